import Charts
import Notebook

/// By how many points each trick is ahead of the plain recipe, where one starts from nothing and where one fine-tunes: means over
/// the seeds with their 95 % intervals.
struct GainChart {
  let chart: BarChart

  init(of study: Study<KeyPair<Trick, StartingPlace>, Float>, _ page: Page) {
    let tricks = Array(Trick.allCases.dropFirst())
    let series = StartingPlace.allCases.map { place in
      let gains = tricks.map { trick in
        study.gain(of: KeyPair(trick, place), over: KeyPair(.plain, place)).map { 100 * Double($0) }
      }
      return BarChart.Series(
        place.label(page.term), gains.map { $0.reduce(0, +) / Double($0.count) },
        spreads: gains.map { values in
          let interval = ConfidenceInterval(ofMean: values)
          return interval.lower.isFinite ? interval.lower...interval.upper : nil
        })
    }
    chart = BarChart(
      categories: tricks.map { $0.label(page.term) }, value: Axis(page.term("gain-in-points")), series: series,
      valueFormat: .number(decimals: 1))
  }
}
