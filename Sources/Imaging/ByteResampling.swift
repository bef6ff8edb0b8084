/// A resampling of 8-bit values in whole numbers, bit by bit as Pillow does it (`Resample.c`): weights in steps of 2⁻²²,
/// sums rounded and held within 0 … 255.
struct ByteResampling {
  private let starts: [Int]
  private let weights: [[Int32]]
  /// The old positions that any new one draws on.
  let reach: Range<Int>

  private static let bits: Int32 = 22

  init(_ resampling: Resampling) {
    starts = resampling.starts
    reach = resampling.reach
    weights = resampling.weights.map { $0.map { Int32(($0 * Double(1 << ByteResampling.bits)).rounded()) } }
  }

  /// One row of pixels with three values each, from all old positions to all new ones.
  func resampleRow(_ old: UnsafePointer<UInt8>, into new: UnsafeMutablePointer<UInt8>) {
    for position in starts.indices {
      var sums = SIMD4<Int32>(repeating: 1 << (ByteResampling.bits - 1))
      var source = old + 3 * starts[position]
      for weight in weights[position] {
        sums &+= weight &* SIMD4(Int32(source[0]), Int32(source[1]), Int32(source[2]), 0)
        source += 3
      }
      for channel in 0..<3 { new[3 * position + channel] = ByteResampling.byte(sums[channel]) }
    }
  }

  /// Rows of `count` values, from the rows of `reach` to one for each new position.
  func resampleColumns(_ old: UnsafePointer<UInt8>, count: Int, into new: UnsafeMutablePointer<UInt8>) {
    var sums = [Int32](repeating: 0, count: count)
    sums.withUnsafeMutableBufferPointer { sums in
      for position in starts.indices {
        sums.update(repeating: 1 << (ByteResampling.bits - 1))
        var row = old + (starts[position] - reach.lowerBound) * count
        for weight in weights[position] {
          for column in 0..<count { sums[column] &+= weight &* Int32(row[column]) }
          row += count
        }
        for column in 0..<count { new[position * count + column] = ByteResampling.byte(sums[column]) }
      }
    }
  }

  private static func byte(_ sum: Int32) -> UInt8 { UInt8(truncatingIfNeeded: min(max(sum >> bits, 0), 255)) }
}
