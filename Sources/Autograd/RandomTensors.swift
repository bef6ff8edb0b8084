import Foundation

extension RandomSource {
  /// A number drawn from the normal distribution with mean 0 and standard deviation 1 (Box and Muller, 1958).
  public mutating func normal() -> Float {
    boxMuller(uniform(), uniform())
  }

  /// The numbers 0 ..< count in random order.
  public mutating func permutation(_ count: Int) -> [Int] {
    (0..<count).shuffled(using: &self)
  }
}

extension Tensor {
  /// Values drawn from the normal distribution with mean 0 and the given standard deviation.
  public static func normal(shape: [Int], standardDeviation: Float = 1, random: inout RandomSource) -> Tensor {
    if random.isBlank { return .blank(shape: shape) }
    return Tensor(shape: shape) { target in
      // Drawing goes one by one, the logarithms and cosines on all threads: a part of the values at a time.
      let part = 1 << 18
      var drawn = [Float](repeating: 0, count: 2 * min(part, target.count))
      for start in stride(from: 0, to: target.count, by: part) {
        let end = min(start + part, target.count)
        random.fill(&drawn, count: 2 * (end - start))
        parallelRanges(end - start, grain: 1 << 13) { range in
          for index in range {
            target[start + index] = boxMuller(drawn[2 * index], drawn[2 * index + 1]) * standardDeviation
          }
        }
      }
    }
  }

  /// Values drawn uniformly from `range`.
  public static func uniform(
    shape: [Int], in range: ClosedRange<Float> = 0...1, random: inout RandomSource
  ) -> Tensor {
    if random.isBlank { return .blank(shape: shape) }
    return Tensor(shape: shape) { target in
      var source = random
      for index in target.indices { target[index] = source.uniform(range) }
      random = source
    }
  }
}

extension RandomSource {
  /// Overwrites the first `count` values by numbers drawn uniformly from [0, 1).
  fileprivate mutating func fill(_ values: inout [Float], count: Int) {
    var source = self
    for index in 0..<count { values[index] = source.uniform() }
    self = source
  }
}

/// A normally distributed number from two that are uniform in [0, 1).
private func boxMuller(_ first: Float, _ second: Float) -> Float {
  let radius = (-2 * log(1 - Double(first))).squareRoot()
  return Float(radius * cos(2 * Double.pi * Double(second)))
}
