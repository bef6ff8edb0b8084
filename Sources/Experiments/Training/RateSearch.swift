import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// A search for the learning rate of a training.
public struct RateSearch {
  /// What came of it.
  public let curve: LearningRateCurve
  /// How many steps there may be, and the rates from the first to the last.
  public let finder: LearningRateFinder
  /// What is trained at otherwise.
  let usualRate: Float

  /// A search from its parts.
  package init(curve: LearningRateCurve, finder: LearningRateFinder, usualRate: Float) {
    (self.curve, self.finder, self.usualRate) = (curve, finder, usualRate)
  }

  /// What it suggests, with two digits, and how that was chosen; or why it suggests nothing.
  public var summary: Phrase {
    let (first, last) = (Self.text(finder.rates.lowerBound), Self.text(finder.rates.upperBound))
    guard let suggestion = curve.suggestion, let lowest = curve.lowest else {
      let usual = Self.text(usualRate)
      return Phrase(
        en: """
          No learning rate is suggested: of \(curve.points.count) steps at rates from \(first) on none made the smoothed loss \
          fall by a hundredth, so the network fits these pictures already; the usual rate is \(usual).
          """,
        id: """
          Tidak ada laju pembelajaran yang disarankan: dari \(curve.points.count) langkah dengan laju mulai \(first) tidak \
          satu pun menurunkan rugi yang dihaluskan seperseratus, jadi jaringan sudah cocok dengan gambar ini; laju biasanya \(usual).
          """)
    }
    let (rate, low) = (Self.text(suggestion), Self.text(lowest.rate))
    let end =
      curve.endedEarly
      ? Phrase(en: "until the loss got out of hand", id: "sampai rugi lepas kendali")
      : Phrase(en: "up to \(last)", id: "sampai \(last)")
    return Phrase(
      en: """
        --learning-rate \(rate) is suggested: a tenth of \(low), the rate at which the smoothed loss was lowest in \
        \(curve.points.count) steps at rates from \(first) on, \(end.en).
        """,
      id: """
        --learning-rate \(rate) disarankan: sepersepuluh dari \(low), yaitu laju saat rugi yang dihaluskan paling rendah dalam \
        \(curve.points.count) langkah dengan laju mulai \(first), \(end.id).
        """)
  }

  /// A rate as a command takes it: with two digits that count, and a point in either language.
  static func text(_ rate: Float) -> String {
    var digits = 0
    var scaled = abs(rate)
    while scaled < 10, digits < 8 {
      scaled *= 10
      digits += 1
    }
    let text = ValueFormat.number(digits: digits).text(Double(rate), in: .en)
    guard text.contains(".") else { return text }
    return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }
}

extension NetworkTraining {
  /// Searches for the rate of this training, which is not changed by it: with the head that it would begin with, if one is
  /// fitted first, by a few steps at growing rates.
  /// - Throws: what `observer` throws, and one line if the search failed at its first step or pictures got lost on the way.
  public func rateSearch(observer: some PhaseObserver) throws -> RateSearch {
    let network = newNetwork()
    if settings.strategy == .fineTune, network.linearHead != nil { try network.fitHead(to: data.training) }
    network.freeze(first: settings.frozenParts)
    let finder = LearningRateFinder(rates: 1e-5...1)
    observer.begin(.learning, count: finder.steps, done: 0)
    defer { observer.end() }
    let curve = try tuning.rateCurve(of: network, on: learntFrom, by: finder, seed: settings.seed) {
      try observer.advance(by: 1)
    }
    try data.checkNoneLost()
    guard !curve.points.isEmpty else {
      throw NetworkError("the loss is no finite number before anything is learnt; no learning rate can be found")
    }
    return RateSearch(curve: curve, finder: finder, usualRate: settings.strategy.usualLearningRate)
  }
}
