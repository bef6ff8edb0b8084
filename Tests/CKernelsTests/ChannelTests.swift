import CKernels
import Testing

@Suite(.serialized) struct ChannelTests {
  @Test("sums and maps over channels agree with their formulas", arguments: instructionSets, [1, 3, 17, 64, 130])
  func channelsAgree(instructionSet: String, channels: Int) {
    let before = String(cString: alih_instruction_set())
    defer { _ = alih_select_instruction_set(before) }
    _ = alih_select_instruction_set(instructionSet)
    for rows in [1, 2, 63, 64, 65, 999] {
      let work = ChannelWork(rows: rows, channels: channels)
      for ceiling in [nil, Float.infinity, 0.25] {
        work.checkSums(ceiling: ceiling)
        work.checkMap(ceiling: ceiling ?? -1)
        work.checkGradient(ceiling: ceiling)
      }
    }
  }

  @Test("sums and gradients of rectified values are exact", arguments: instructionSets, [1, 7, 8, 9, 33, 40_001])
  func rectifiedAgrees(instructionSet: String, count: Int) {
    let before = String(cString: alih_instruction_set())
    defer { _ = alih_select_instruction_set(before) }
    _ = alih_select_instruction_set(instructionSet)
    let (a, b) = (noise(count, 1), noise(count, 2))
    var result = [Float](repeating: 9, count: count)
    alih_rectified_sum(count, a, b, -1, &result)
    #expect(result == zip(a, b).map { $0 + $1 })
    alih_rectified_sum(count, a, nil, .infinity, &result)
    #expect(result == a.map { max($0, 0) })
    alih_rectified_sum(count, a, b, 0.25, &result)
    #expect(result == zip(a, b).map { min(max($0 + $1, 0), 0.25) })
    let output = result
    alih_rectified_gradient(count, a, output, 0.25, &result)
    #expect(result == zip(a, output).map { $1 > 0 && $1 < 0.25 ? $0 : 0 })
  }
}

/// Rows of noise, and the kernels' results on them beside those of the formulas.
private struct ChannelWork {
  let rows, channels: Int
  let x, upstream, a, b, c, centre: [Float]

  init(rows: Int, channels: Int) {
    (self.rows, self.channels) = (rows, channels)
    (x, upstream) = (noise(rows * channels, 1), noise(rows * channels, 2))
    (a, b, c, centre) = (noise(channels, 3), noise(channels, 4), noise(channels, 5), noise(channels, 6))
  }

  /// Calls `body` with the map a·x + c, or with null where no ceiling is given.
  private func withRectifier(_ ceiling: Float?, _ body: (UnsafePointer<alih_rectifier>?) -> Void) {
    guard let ceiling else { return body(nil) }
    a.withUnsafeBufferPointer { a in
      c.withUnsafeBufferPointer { c in
        var rectifier = alih_rectifier(scale: a.baseAddress, shift: c.baseAddress, ceiling: ceiling)
        body(&rectifier)
      }
    }
  }

  /// The upstream gradient that passes the rectifier at each place; places so near its corners that rounding decides are
  /// few enough not to occur with this noise.
  private func passing(_ ceiling: Float?) -> [Float] {
    guard let ceiling else { return upstream }
    return x.indices.map { place in
      let y = c[place % channels].addingProduct(a[place % channels], x[place])
      return y > 0 && y < ceiling ? upstream[place] : 0
    }
  }

  private func sums(_ values: [Float]) -> [Float] {
    (0..<channels).map { i in Float((0..<rows).reduce(0.0) { $0 + Double(values[$1 * channels + i]) }) }
  }

  func checkSums(ceiling: Float?) {
    let differences = x.indices.map { x[$0] - centre[$0 % channels] }
    for other in [nil, upstream] where other != nil || ceiling == nil {
      var (first, second) = ([Double](repeating: 9, count: channels), [Double](repeating: 9, count: channels))
      withRectifier(ceiling) { alih_channel_sums(rows, channels, x, centre, other, $0, &first, &second) }
      let factor = other == nil ? differences : passing(ceiling)
      // Differences of two numbers up to 1 are up to 2, their products up to 4: an error like that of 16 times the length.
      expectClose(first.map { Float($0) }, sums(factor), sumLength: 16 * rows, "sums")
      expectClose(
        second.map { Float($0) }, sums(zip(differences, factor).map { $0 * $1 }), sumLength: 16 * rows, "products")
    }
  }

  func checkMap(ceiling: Float) {
    var output = x
    withRectifier(ceiling) { if let map = $0 { alih_channel_affine(rows, channels, x, map, &output) } }
    let expected = x.indices.map { place in
      let y = a[place % channels] * x[place] + c[place % channels]
      return ceiling < 0 ? y : min(max(y, 0), ceiling)
    }
    expectClose(output, expected, sumLength: 2, "map")
  }

  func checkGradient(ceiling: Float?) {
    var output = x
    withRectifier(ceiling) { alih_channel_gradient(rows, channels, upstream, x, a, b, c, $0, &output) }
    let passing = passing(ceiling)
    let expected = x.indices.map { place in
      let i = place % channels
      return a[i] * passing[place] + b[i] * x[place] + c[i]
    }
    expectClose(output, expected, sumLength: 3, "gradient")
  }
}
