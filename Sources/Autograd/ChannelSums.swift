/// Sums over everything but the last axis, in double precision and in one order, whatever the number of threads.
///
/// `term` gives what row r contributes to a channel; rows are divided into a fixed number of parts by index.
@inline(__always)
func channelSums(
  rows: Int, channels: Int, _ term: (_ place: Int, _ channel: Int) -> (Float, Float)
) -> (first: [Double], second: [Double]) {
  let parts = max(1, min(16, rows * channels >> 15))
  var partial = [Double](repeating: 0, count: parts * channels * 2)
  partial.withUnsafeMutableBufferPointer { partial in
    let sums = partial
    parallel(parts) { part in
      // Blocks of rows are added in single precision, blocks together in double.
      let block = 64
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * channels) { local in
        var row = part * rows / parts
        let end = (part + 1) * rows / parts
        while row < end {
          local.initialize(repeating: 0)
          let stop = min(row + block, end)
          for current in row..<stop {
            for channel in 0..<channels {
              let (first, second) = term(current * channels + channel, channel)
              local[channel] += first
              local[channels + channel] += second
            }
          }
          for index in 0..<2 * channels { sums[part * channels * 2 + index] += Double(local[index]) }
          row = stop
        }
      }
    }
  }
  func total(_ offset: Int) -> [Double] {
    (0..<channels).map { channel in
      (0..<parts).reduce(0) { $0 + partial[$1 * channels * 2 + offset + channel] }
    }
  }
  return (total(0), total(channels))
}
