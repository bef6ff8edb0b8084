import Autograd

/// How much each place of some pictures counts for a class: a map of the pictures' size for each of them.
///
/// ```swift
/// let heat = SaliencyMethod.gradCAM.heat(of: network, for: pictures, labels: [3])
/// heat.hottest(in: 0)          // the column and the row that count most
/// heat.areaOfHalf(in: 0)       // 0.12: half of the heat lies in 12 % of the picture
/// ```
public struct Heat: Sendable {
  /// The maps, `[N, H, W, 1]`; what is positive speaks for the class, what is negative against it.
  public let values: Tensor

  /// Heat from its maps `[N, H, W, 1]`.
  public init(_ values: Tensor) {
    precondition(values.shape.count == 4 && values.shape[3] == 1, "heat has one channel: \(values.shape)")
    self.values = values.detached()
  }

  /// Rows and columns of a map.
  public var height: Int { values.shape[1] }
  public var width: Int { values.shape[2] }

  /// The map of one picture, row by row.
  public func map(of picture: Int) -> [Float] {
    let count = height * width
    return values.withValues { Array($0[picture * count..<(picture + 1) * count]) }
  }

  /// The place with the largest value, the first of equals, by its column and row from the upper left.
  public func hottest(in picture: Int) -> (x: Int, y: Int, value: Float) {
    let map = map(of: picture)
    let place = map.indices.reduce(0) { map[$1] > map[$0] ? $1 : $0 }
    return (place % width, place / width, map[place])
  }

  /// The share of the heat that speaks for the class, Σ max(h, 0) / Σ |h|, in [0, 1]; 0 where there is none.
  public func positiveShare(in picture: Int) -> Float {
    let map = map(of: picture)
    let whole = map.reduce(0.0) { $0 + Double(abs($1)) }
    return whole > 0 ? Float(map.reduce(0.0) { $0 + Double(max($1, 0)) } / whole) : 0
  }

  /// The smallest share of the picture, in [0, 1], that holds half of what speaks for the class; 0 where nothing does.
  public func areaOfHalf(in picture: Int) -> Float {
    let positive = map(of: picture).filter { $0 > 0 }.sorted(by: >)
    let half = positive.reduce(0.0) { $0 + Double($1) } / 2
    var (sum, count) = (0.0, 0)
    while count < positive.count, sum < half {
      sum += Double(positive[count])
      count += 1
    }
    return Float(count) / Float(height * width)
  }

  /// The amount that 99 of 100 places of a picture do not exceed: the end of a scale that a few places cannot stretch.
  public func reach(in picture: Int) -> Float {
    let amounts = map(of: picture).map(abs).sorted()
    let reach = amounts[min(amounts.count - 1, amounts.count * 99 / 100)]
    return reach > 0 ? reach : amounts[amounts.count - 1]
  }
}
