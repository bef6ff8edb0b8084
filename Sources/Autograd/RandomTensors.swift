import Foundation

extension RandomSource {
  /// A number drawn from the normal distribution with mean 0 and standard deviation 1 (Box and Muller, 1958).
  public mutating func normal() -> Float {
    let radius = (-2 * log(1 - Double(uniform()))).squareRoot()
    return Float(radius * cos(2 * Double.pi * Double(uniform())))
  }

  /// The numbers 0 ..< count in random order.
  public mutating func permutation(_ count: Int) -> [Int] {
    (0..<count).shuffled(using: &self)
  }
}

extension Tensor {
  /// Values drawn from the normal distribution with mean 0 and the given standard deviation.
  public static func normal(shape: [Int], standardDeviation: Float = 1, random: inout RandomSource) -> Tensor {
    Tensor((0..<shape.reduce(1, *)).map { _ in random.normal() * standardDeviation }, shape: shape)
  }

  /// Values drawn uniformly from `range`.
  public static func uniform(
    shape: [Int], in range: ClosedRange<Float> = 0...1, random: inout RandomSource
  ) -> Tensor {
    Tensor((0..<shape.reduce(1, *)).map { _ in random.uniform(range) }, shape: shape)
  }
}
