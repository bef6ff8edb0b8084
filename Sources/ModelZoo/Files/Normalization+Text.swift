import Foundation

extension Normalization {
  /// A scale as people write it: `0.485,0.456,0.406`, also with spaces or in brackets; three numbers each, or one.
  /// - Throws: one line if they are no numbers, or cannot be those of pictures in [0, 1]; then it says what they likely are.
  public init(mean: String, standardDeviation: String) throws(NetworkError) {
    func numbers(_ text: String) throws(NetworkError) -> [Float] {
      let inner = text.trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: "[]()")))
      let parts =
        inner.contains(",") ? inner.components(separatedBy: ",") : inner.split(separator: " ").map(String.init)
      let numbers = parts.map { Float($0.trimmingCharacters(in: .whitespaces)) ?? .nan }
      guard [1, 3].contains(numbers.count), numbers.allSatisfy(\.isFinite) else {
        throw NetworkError(
          "\"\(text)\" is neither three numbers with commas between them, such as 0.5,0.5,0.5, nor one")
      }
      return numbers
    }
    try self.init(checked: numbers(mean), numbers(standardDeviation))
  }

  /// A scale from numbers out of a file or a command, which must be those of pictures in [0, 1]: means from 0 to 1, and standard
  /// deviations above 0, of which no larger one than 1 can be meant.
  /// - Throws: one line that says what is wrong, what the numbers likely are, and how to write them.
  init(checked mean: [Float], _ deviation: [Float]) throws(NetworkError) {
    guard mean.count == deviation.count, [1, 3].contains(mean.count) else {
      throw NetworkError("\(mean.count) means and \(deviation.count) deviations: give three of each, or one")
    }
    let given = "mean \(Normalization.text(mean)) and std \(Normalization.text(deviation))"
    guard (mean + deviation).allSatisfy(\.isFinite) else { throw NetworkError("\(given) are not all finite numbers") }
    guard deviation.allSatisfy({ $0 > 0 }) else {
      throw NetworkError("\(given): a standard deviation divides, and must be above 0")
    }
    if mean.allSatisfy({ 0...1 ~= $0 }), deviation.allSatisfy({ Normalization.deviations ~= $0 }) {
      self.init(mean: mean, standardDeviation: deviation)
      return
    }
    guard let guess = Guess(mean, deviation), guess.mean.allSatisfy({ 0...1 ~= $0 }),
      guess.deviation.allSatisfy({ Normalization.deviations ~= $0 })
    else {
      throw NetworkError(
        "\(given) cannot be those of pictures from 0 to 1: means lie from 0 to 1, deviations from 0.001 to 1, such as "
          + "--mean 0.485,0.456,0.406 --std 0.229,0.224,0.225")
    }
    throw NetworkError(
      "\(given) are likely \(guess.origin), but pictures here go from 0 to 1: write --mean \(Normalization.text(guess.mean)) "
        + "--std \(Normalization.text(guess.deviation))")
  }

  /// The deviations that are believed: 1/255, for networks that take levels from 0 to 255, and 1, for those that take pictures as
  /// they are, lie among them.
  private static let deviations: ClosedRange<Float> = 0.001...1

  /// Numbers with commas between them, with four digits.
  private static func text(_ numbers: [Float]) -> String {
    numbers.map { String(format: "%.4g", $0) }.joined(separator: ",")
  }

  /// The scale that was likely meant by numbers that cannot be one.
  private struct Guess {
    var mean, deviation: [Float]
    let origin: String

    init?(_ mean: [Float], _ deviation: [Float]) {
      let isLarge = mean.contains { $0 > 1 }
      if mean.allSatisfy({ $0 <= 0 }), mean.contains(where: { $0 < 0 }), deviation.contains(where: { $0 > 1 }) {
        // Those that undo a normalisation: x = (y − (−m/s)) / (1/s).
        origin = "those that lead back from a network's scale"
        (self.mean, self.deviation) = (zip(mean, deviation).map { -$0 / $1 }, deviation.map { 1 / $0 })
      } else if isLarge, deviation.allSatisfy({ $0 < 0.1 }) {
        origin = "a mean of levels from 0 to 255 and a factor to multiply by"
        (self.mean, self.deviation) = (mean.map { $0 / 255 }, deviation.map { 1 / (255 * $0) })
      } else if isLarge {
        origin = "those of levels from 0 to 255"
        (self.mean, self.deviation) = (mean.map { $0 / 255 }, deviation.map { $0 / 255 })
      } else if mean.allSatisfy({ 0...1 ~= $0 }), deviation.allSatisfy({ 1...10 ~= $0 }) {
        origin = "a mean and a factor to multiply by"
        (self.mean, self.deviation) = (mean, deviation.map { 1 / $0 })
      } else if mean.allSatisfy({ 0...1 ~= $0 }) {
        origin = "a mean from 0 to 1 and a deviation of levels from 0 to 255"
        (self.mean, self.deviation) = (mean, deviation.map { $0 / 255 })
      } else {
        return nil
      }
    }
  }
}
