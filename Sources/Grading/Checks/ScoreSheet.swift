import Autograd
import Notebook

/// Where a grader notes its checks, and draws its inputs from.
package struct ScoreSheet {
  /// The checks so far.
  package private(set) var checks: [Check] = []
  /// The source of varied inputs; the same seed gives the same ones.
  package var random: RandomSource
  /// Is told the id of each check before it is made, so that it is known where an answer crashed or went on for ever.
  let begins: (String) -> Void

  init(seed: UInt64, begins: @escaping (String) -> Void = { _ in }) {
    random = RandomSource(seed: seed)
    self.begins = begins
  }

  /// Holds what an answer gives to what it should give.
  ///
  /// ```swift
  /// try sheet.check(
  ///   "zero", Phrase(en: "a sample and itself", id: "sebuah sampel dan dirinya sendiri"), points: 2,
  ///   expected: 0, got: answer(sample, sample, 1), tolerance: 1e-6,
  ///   next: Phrase(en: "Count k(a, a) = 1, too.", id: "Hitung pula k(a, a) = 1."))
  /// ```
  /// To ask about several inputs at once, give arrays. An error that the answer throws is a wrong answer; only
  /// `NotAttempted` goes through.
  package mutating func check<Value: Gradable>(
    _ id: String, _ what: Phrase, points: Int, expected: Value, got answer: @autoclosure () throws -> Value,
    tolerance: Float = 0, next: Phrase
  ) throws(NotAttempted) {
    begins(id)
    let (passed, got): (Bool, Phrase)
    do {
      let value = try answer()
      passed = value.agrees(with: expected, within: tolerance)
      let place = passed ? nil : value.difference(from: expected, within: tolerance)
      got = Phrase(
        en: Self.line(value, .en) + (place.map { "; the first difference is at " + Self.words($0, value, .en) } ?? ""),
        id: Self.line(value, .id) + (place.map { "; perbedaan pertama di " + Self.words($0, value, .id) } ?? ""))
    } catch let error as NotAttempted {
      throw error
    } catch {
      (passed, got) = (false, Phrase(en: "the error: \(error)", id: "galat: \(error)"))
    }
    checks.append(
      Check(
        id: id, what: what, passed: passed, points: points,
        expected: Phrase(en: Self.line(expected, .en), id: Self.line(expected, .id)), got: got, tolerance: tolerance,
        next: next))
  }

  /// A value on one line that is not too long, and is cut between two words.
  private static func line(_ value: some Gradable, _ language: Language) -> String {
    let text = value.written(in: language).replacing("\n", with: " ")
    guard text.count > 160 else { return text }
    let start = text.prefix(158)
    return start[..<(start.lastIndex(of: " ") ?? start.endIndex)] + " …"
  }

  /// Where a difference is; and what it is, if the value is too long to be shown as a whole.
  private static func words(_ difference: Difference, _ value: some Gradable, _ language: Language) -> String {
    guard line(value, language).contains("…") else { return difference.place }
    let (expected, got) = (line(difference.expected, language), line(difference.got, language))
    return "\(difference.place): \(got), \(language == .en ? "not" : "bukan") \(expected)"
  }
}
