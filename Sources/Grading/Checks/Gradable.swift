import Autograd
import Foundation
import Notebook
import TransferLearning

/// A kind of value that exercises give back: it can be held to an expected one, and written down.
package protocol Gradable {
  /// Whether it is the expected value, number by number up to `tolerance`.
  func agrees(with expected: Self, within tolerance: Float) -> Bool

  /// It as a report shows it.
  func written(in language: Language) -> String

  /// The first place where it departs from the expected value; nil for a value without places.
  func difference(from expected: Self, within tolerance: Float) -> Difference?
}

/// Where a value departs from the expected one, such as `[3]`, and what stands there in either.
package struct Difference {
  /// Such as `[3]`, or `[0][3]` in a list of lists.
  package let place: String
  /// What should stand there, and what does.
  let expected, got: any Gradable
}

extension Gradable {
  /// A single value has no places.
  package func difference(from expected: Self, within tolerance: Float) -> Difference? { nil }
}

extension Gradable where Self: Equatable {
  /// Whether the two are equal.
  package func agrees(with expected: Self, within tolerance: Float) -> Bool { self == expected }
}

extension Gradable where Self: CustomStringConvertible {
  /// Its description, in any language.
  package func written(in language: Language) -> String { description }
}

extension Int: Gradable {}
extension Bool: Gradable {}
extension String: Gradable {}

extension Float: Gradable {
  /// Whether the two are at most `tolerance` apart; what is not a number agrees with nothing.
  package func agrees(with expected: Float, within tolerance: Float) -> Bool {
    self == expected || abs(self - expected) <= tolerance
  }

  /// Six digits that count; what is not a number has no sign.
  package func written(in language: Language) -> String {
    if isNaN { return "nan" }
    let text = String(format: "%.6g", self)
    return language == .en ? text : text.replacing(".", with: ",")
  }
}

extension Array: Gradable where Element: Gradable {
  /// Whether there are as many elements as expected, and each agrees.
  package func agrees(with expected: [Element], within tolerance: Float) -> Bool {
    count == expected.count && zip(self, expected).allSatisfy { $0.agrees(with: $1, within: tolerance) }
  }

  /// The first eight elements, and how many there are.
  package func written(in language: Language) -> String {
    let elements = prefix(8).map { $0.written(in: language) }.joined(separator: language == .en ? ", " : "; ")
    return count <= 8 ? "[\(elements)]" : "[\(elements), …] (\(count))"
  }

  /// The first index at which the elements disagree.
  package func difference(from expected: [Element], within tolerance: Float) -> Difference? {
    guard count == expected.count else { return nil }
    for (index, pair) in zip(self, expected).enumerated() where !pair.0.agrees(with: pair.1, within: tolerance) {
      let inner = pair.0.difference(from: pair.1, within: tolerance)
      return Difference(
        place: "[\(index)]" + (inner?.place ?? ""), expected: inner?.expected ?? pair.1, got: inner?.got ?? pair.0)
    }
    return nil
  }
}

extension Optional: Gradable where Wrapped: Gradable {
  /// Whether both are nil, or both agree.
  package func agrees(with expected: Wrapped?, within tolerance: Float) -> Bool {
    guard let self, let expected else { return self == nil && expected == nil }
    return self.agrees(with: expected, within: tolerance)
  }

  /// The value, or `nil`.
  package func written(in language: Language) -> String { self?.written(in: language) ?? "nil" }

  /// The place in the value.
  package func difference(from expected: Wrapped?, within tolerance: Float) -> Difference? {
    guard let self, let expected else { return nil }
    return self.difference(from: expected, within: tolerance)
  }
}

extension Set: Gradable where Element: Gradable {
  /// The elements in the order of their names.
  package func written(in language: Language) -> String {
    "[\(map { $0.written(in: language) }.sorted().joined(separator: ", "))]"
  }
}

extension Tensor: Gradable {
  /// Whether the shapes are the same and all values agree.
  package func agrees(with expected: Tensor, within tolerance: Float) -> Bool {
    shape == expected.shape && values.agrees(with: expected.values, within: tolerance)
  }

  /// Its shape and its first values; of a single number, the number.
  package func written(in language: Language) -> String {
    if shape.isEmpty { return item.written(in: language) }
    return "\(shape.map(String.init).joined(separator: "×")) \(values.written(in: language))"
  }

  /// The place in its row-major values; a single number has none.
  package func difference(from expected: Tensor, within tolerance: Float) -> Difference? {
    shape == expected.shape && !shape.isEmpty ? values.difference(from: expected.values, within: tolerance) : nil
  }
}

extension DomainComparison.Condition: Gradable {
  /// Its name in Swift.
  package func written(in language: Language) -> String { ".\(self)" }
}
