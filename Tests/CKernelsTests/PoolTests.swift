import CKernels
import Testing

@Suite(.serialized) struct PoolTests {
  static let pools: [alih_pool] = [
    pool(1, 1, 1, 1, kernel: 1, stride: 1), pool(2, 6, 8, 17, kernel: 2, stride: 2),
    pool(1, 7, 5, 3, kernel: 2, stride: 2), pool(2, 9, 7, 33, kernel: 3, stride: 2, padding: 1),
    pool(1, 8, 8, 16, kernel: 3, stride: 2, covering: true), pool(1, 10, 11, 9, kernel: 3, stride: 1, padding: 1),
    pool(1, 9, 9, 47, kernel: 2, stride: 3), pool(3, 5, 5, 8, kernel: 5, stride: 5, padding: 2),
  ]

  @Test("maximum pools and their gradients are exact", arguments: instructionSets, pools)
  func poolsAgree(instructionSet: String, pool: alih_pool) {
    let before = String(cString: alih_instruction_set())
    defer { _ = alih_select_instruction_set(before) }
    _ = alih_select_instruction_set(instructionSet)
    var pool = pool
    let inputs = pool.batch * pool.height * pool.width * pool.channels
    let outputs = pool.batch * pool.output_height * pool.output_width * pool.channels
    // Few different values, so that windows have ties: the first pixel wins.
    let input = noise(inputs, 1).map { ($0 * 4).rounded() }
    let upstream = noise(outputs, 2)
    var (output, winners) = ([Float](repeating: 9, count: outputs), [UInt16](repeating: 9, count: outputs))
    var gradient = [Float](repeating: 9, count: inputs)
    alih_max_pool(&pool, input, &output, &winners)
    alih_max_pool_gradient(&pool, upstream, winners, &gradient)
    let expected = reference(pool, input, upstream)
    #expect(output == expected.output)
    // A pixel's gradient is a sum of few terms, in the order of the windows.
    #expect(gradient == expected.gradient)
    var alone = output
    alih_max_pool(&pool, input, &alone, nil)
    #expect(alone == output)
  }

  private func reference(
    _ pool: alih_pool, _ input: [Float], _ upstream: [Float]
  ) -> (output: [Float], gradient: [Float]) {
    var output: [Float] = []
    var gradient = input.map { _ in Float(0) }
    for image in 0..<pool.batch {
      for i in 0..<pool.output_height {
        for j in 0..<pool.output_width {
          for c in 0..<pool.channels {
            let rows = i * pool.stride - pool.padding..<i * pool.stride - pool.padding + pool.kernel
            let columns = j * pool.stride - pool.padding..<j * pool.stride - pool.padding + pool.kernel
            let places = rows.clamped(to: 0..<pool.height).flatMap { y in
              columns.clamped(to: 0..<pool.width).map {
                ((image * pool.height + y) * pool.width + $0) * pool.channels + c
              }
            }
            let largest = places.map { input[$0] }.max() ?? -.infinity
            if let winner = places.first(where: { input[$0] == largest }) { gradient[winner] += upstream[output.count] }
            output.append(largest)
          }
        }
      }
    }
    return (output, gradient)
  }
}

/// A pool, with a last window that covers the picture's end only in part where `covering`.
private func pool(
  _ batch: Int, _ height: Int, _ width: Int, _ channels: Int, kernel: Int, stride: Int, padding: Int = 0,
  covering: Bool = false
) -> alih_pool {
  func windows(_ length: Int) -> Int { (length + 2 * padding - kernel + (covering ? stride - 1 : 0)) / stride + 1 }
  return alih_pool(
    batch: batch, height: height, width: width, channels: channels, output_height: windows(height),
    output_width: windows(width), kernel: kernel, stride: stride, padding: padding)
}
