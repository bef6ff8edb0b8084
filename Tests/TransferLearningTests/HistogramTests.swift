import Autograd
import NeuralNetworks
import Testing
import TransferLearning

@Suite struct HistogramTests {
  /// A picture that grows brighter in one direction, given as steps across and down.
  private func ramp(across: Float, down: Float, size: Int = 16, channels: Int = 1) -> Tensor {
    var values: [Float] = []
    for y in 0..<size {
      for x in 0..<size {
        let value = 0.5 + across * Float(x - size / 2) + down * Float(y - size / 2)
        values += [Float](repeating: value, count: channels)
      }
    }
    return Tensor(values, shape: [1, size, size, channels])
  }

  /// The direction that the first cell counts most of, of nine.
  private func strongest(_ features: Tensor) -> Int {
    let first = features.values.prefix(9)
    return first.indices.max { first[$0] < first[$1] } ?? 0
  }

  @Test("there are 36 values for each block of four cells", arguments: [(64, 64, 1_764), (16, 24, 72), (17, 33, 108)])
  func widths(height: Int, width: Int, expected: Int) {
    let hog = HistogramOfOrientedGradients()
    let features = hog(Tensor(shape: [2, height, width, 3], filledWith: 0.5))
    #expect(features.shape == [2, expected] && hog.width(forHeight: height, width: width) == expected)
    // A picture without an edge has no direction.
    #expect(features.values.allSatisfy { $0 == 0 })
  }

  @Test("an edge counts for its direction, whichever side is brighter and in however many channels")
  func directions() {
    let hog = HistogramOfOrientedGradients()
    #expect(strongest(hog(ramp(across: 0.01, down: 0.0018))) == 0)
    #expect(strongest(hog(ramp(across: 0, down: 0.01))) == 4)
    #expect(strongest(hog(ramp(across: 0.01, down: -0.0018))) == 8)
    let turned = zip(hog(ramp(across: 0, down: 0.01)).values, hog(ramp(across: 0, down: -0.01)).values)
    #expect(turned.allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(hog(ramp(across: 0, down: 0.01, channels: 3)).values == hog(ramp(across: 0, down: 0.01)).values)
  }

  @Test("light and contrast change nothing")
  func contrast() {
    var random = RandomSource(seed: 3)
    let picture = Tensor.uniform(shape: [1, 16, 16, 3], random: &random)
    let hog = HistogramOfOrientedGradients()
    let pairs = zip(hog(picture).values, hog(picture * 0.5 + 0.25).values)
    #expect(pairs.allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(hog(picture).values.contains { $0 > 0.1 })
  }
}
