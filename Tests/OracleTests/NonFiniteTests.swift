import Autograd
import Foundation
import Testing

/// What PyTorch 2.13 (CPU, float32) makes of NaN and ±∞ in each input of each operation and in the gradient from above.
///
/// A line of `Oracle/nonfinite.txt` is: the operation, the damaged input (`upstream` for the gradient), the damage (`n`, `+` or
/// `-`), and a letter for each value of the output and of the gradient of every input: `n`, `+`, `-`, `0`, `1`, or `.` for
/// another number. Input i has at place k the value ((7k + 3i) mod 23 − 11) / 8, i from 1, the gradient from above that with
/// i = 9. Damaged are place 5, or the last of fewer, and the last; of what is read at places between pixels, one value in the
/// middle, since PyTorch multiplies pixels by weights of 0 at the edges that are not read here. ReLU6 and GELU at +∞
/// are their formulas: PyTorch's own depend on the place in memory there.
///
/// Two differences are allowed. The gradient of a normalisation's input is a sum of three terms; where two are infinite, ±∞
/// and NaN may stand for each other. And zeros around a picture and between pixels make NaN of a damaged weight of a
/// convolution in pixels whose gradient does not depend on it.
@Suite struct NonFiniteTests {
  struct Row: Sendable, CustomStringConvertible {
    let name, damaged: String
    let damage: Character
    let output: String
    let gradients: [String]

    init(_ line: Substring) {
      let parts = line.split(separator: " ").map(String.init)
      (name, damaged, damage, output, gradients) = (
        parts[0], parts[1], Character(parts[2]), parts[3], Array(parts[4...])
      )
    }

    var description: String { "\(name): \(damage) in \(damaged)" }
  }

  private static let rows = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle/nonfinite.txt")
    return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(Row.init)
  }()
  static let names = Array(Set(rows.map(\.name))).sorted()

  @Test("every operation is among them")
  func complete() {
    #expect(Set(NonFiniteTests.names) == Set(NonFiniteOperation.all.keys) && NonFiniteTests.rows.count == 494)
  }

  @Test("NaN and ±∞ go through an operation and its gradient as in PyTorch, on every instruction set", arguments: names)
  func damageGoesThrough(name: String) throws {
    let before = Engine.instructionSet
    defer { _ = Engine.select(instructionSet: before) }
    let operation = try #require(NonFiniteOperation.all[name])
    for set in ["avx512", "avx2", "neon", "portable"] where Engine.select(instructionSet: set) {
      for row in NonFiniteTests.rows where row.name == name {
        let (output, gradients) = operation.results(of: row)
        #expect(agrees(output, row.output), "output, \(row), \(set): \(letters(output)), not \(row.output)")
        #expect(gradients.count == row.gradients.count)
        for (index, (gradient, expected)) in zip(gradients, row.gradients).enumerated() where expected != "-none-" {
          let place = "gradient of \(index), \(row), \(set)"
          let allowed: Allowed =
            index > 0
            ? .nothing
            : name.contains("Norm")
              ? .anyDamage : row.damaged == "1" && Self.convolutions.contains(name) ? .spread : .nothing
          #expect(agrees(gradient, expected, allowed), "\(place): \(gradient.map(letters) ?? "none"), not \(expected)")
        }
      }
    }
  }

  private static let convolutions = ["convolved", "convolvedRelu", "convolvedRelu6", "depthwise", "grouped"]

  /// In what a result may differ from PyTorch's.
  private enum Allowed {
    case nothing
    /// NaN and ±∞ stand for each other.
    case anyDamage
    /// NaN may also stand where there is a number.
    case spread
  }

  /// Whether every value is of the kind of its letter; a sum that PyTorch has as 0 or 1 may be off by a rounding.
  private func agrees(_ tensor: Tensor?, _ letters: String, _ allowed: Allowed = .nothing) -> Bool {
    guard let tensor, tensor.count == letters.count else { return false }
    return zip(tensor.values, letters).allSatisfy { value, letter in
      if allowed != .nothing, !value.isFinite, "n+-".contains(letter) { return true }
      if allowed == .spread, value.isNaN { return true }
      return switch letter {
      case "n": value.isNaN
      case "+": value == .infinity
      case "-": value == -.infinity
      case "0": abs(value) < 1e-5
      case "1": abs(value - 1) < 1e-5
      default: value.isFinite
      }
    }
  }

  private func letters(_ tensor: Tensor) -> String {
    String(
      tensor.values.map { value -> Character in
        if value.isNaN { return "n" }
        return value.isFinite ? "." : value > 0 ? "+" : "-"
      })
  }
}
