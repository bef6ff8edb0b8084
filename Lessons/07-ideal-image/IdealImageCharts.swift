import Charts
import Experiments
import Notebook

/// The charts of the lesson.
extension IdealImageCells {
  /// Probability, variation and fine detail against the weight, with their spread over the seeds.
  func curves(_ sweep: Study<Float, IdealPicture>, on page: Page) -> LineChart {
    let name = page(material.name(example.name))
    func panel(_ axis: Axis, _ value: (IdealPicture) -> Float) -> LineChart.Panel {
      LineChart.Panel(y: axis, series: [sweep.line(at: { Double($0) }, value)])
    }
    return LineChart(
      x: Axis(page.term("variation-weight"), scale: .logarithmic),
      panels: [
        panel(.percent(page.term("probability-of", ["class": name])), \.probability),
        panel(Axis(page.term("relative-variation"), scale: .logarithmic), \.variation),
        panel(Axis(page.term("fine-detail"), scale: .logarithmic), \.detail),
      ])
  }

  /// What the two judges give the pictures of each rung.
  func judges(_ judge: Study<Rung, Float>, _ robustJudge: Study<Rung, Float>, on page: Page) -> BarChart {
    BarChart(
      categories: judge.labels, value: .percent(page.term("judges-probability"), range: 0...1),
      series: [
        judge.series(page.term("plain-judge")) { $0 }, robustJudge.series(page.term("robust-judge")) { $0 },
      ]
    ).withinShares
  }

  /// How striped real and ideal pictures of each class are, the most striped real ones first.
  func bars(ofReal real: Study<ClassLabel, Float>, ideal: Study<ClassLabel, Float>, on page: Page) -> BarChart {
    let order = real.keys.sorted { real.mean(of: $0) > real.mean(of: $1) }
    return BarChart(
      categories: order.map { $0.label(page.term) }, value: Axis(page.term("stripe-coherence")),
      series: [
        real.restricted(to: order).series(page.term("real-pictures")) { $0 },
        ideal.restricted(to: order).series(page.term("ideal-pictures")) { $0 },
      ])
  }
}
