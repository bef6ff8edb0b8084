import Autograd
import Foundation
import ModelZoo
import Testing
import Visualization

@Suite struct PictureScoreTests {
  private func wave(period: Float, angle: Float, contrast: Float = 0.5) -> Tensor {
    Tensor(
      (0..<48 * 48).map { place in
        let (y, x) = (Float(place / 48), Float(place % 48))
        return 0.5 + contrast / 2 * sin(2 * .pi * (x * cos(angle) + y * sin(angle)) / period)
      }, shape: [1, 48, 48, 1])
  }

  private func noise(_ deviation: Float) -> Tensor {
    var random = RandomSource(seed: 4)
    return Tensor.normal(shape: [1, 48, 48, 3], standardDeviation: deviation, random: &random) + 0.5
  }

  @Test("stripes have more coherence than noise of the same contrast, and a flat picture has none")
  func stripes() {
    let striped = stripeCoherence(wave(period: 5, angle: 0.4))[0]
    let deviation: Float = 0.5 / 2 / Float(2).squareRoot()
    #expect(striped > 3 * stripeCoherence(noise(deviation))[0])
    #expect(stripeCoherence(Tensor(shape: [1, 16, 16, 3], filledWith: 0.3))[0] < 1e-9)
  }

  @Test("stripe coherence does not mind the direction, and grows with the square of the contrast")
  func direction() {
    let upright = stripeCoherence(wave(period: 6, angle: 0))[0]
    #expect(abs(stripeCoherence(wave(period: 6, angle: .pi / 2))[0] / upright - 1) < 0.01)
    // Central differences see sin ω of a wave of ω radians a pixel, which slants over both axes with ω / √2.
    let seen = 2 * pow(sin(Float.pi / 3 / Float(2).squareRoot()), 2) / pow(sin(Float.pi / 3), 2)
    #expect(abs(stripeCoherence(wave(period: 6, angle: .pi / 4))[0] / upright / seen - 1) < 0.05)
    #expect(abs(stripeCoherence(wave(period: 6, angle: 0, contrast: 0.25))[0] / upright - 0.25) < 0.001)
  }

  @Test("two crossed waves cancel each other's direction")
  func crossed() {
    let both = (wave(period: 6, angle: 0) + wave(period: 6, angle: .pi / 2)) / 2
    #expect(stripeCoherence(both)[0] < 0.5 * stripeCoherence(wave(period: 6, angle: 0) / 2)[0])
  }

  @Test("a checkerboard has the index 1, stripes 0, and white noise a third")
  func checkerboards() {
    let board = Tensor((0..<64).map { Float(($0 / 8 + $0) % 2) }, shape: [1, 8, 8, 1])
    let stripes = Tensor((0..<64).map { Float($0 % 2) }, shape: [1, 8, 8, 1])
    #expect(checkerboardIndex(Tensor.concatenated([board, stripes])) == [1, 0])
    #expect(abs(checkerboardIndex(noise(0.1))[0] - 1 / 3) < 0.03)
    #expect(checkerboardIndex(Tensor(shape: [1, 8, 8, 3], filledWith: 0.5)) == [0])
  }

  @Test("survival is the same for the same seed, and a probability for each picture")
  func survival() {
    var random = RandomSource(seed: 1)
    let network = Network(.miniVGG, classes: ["a", "b"], inputSize: 16, random: &random)
    let pictures = Tensor.uniform(shape: [2, 16, 16, 3], random: &random)
    let first = network.survival(of: pictures, labels: [0, 0], views: 4)
    let other = network.survival(of: pictures, labels: [1, 1], views: 4)
    #expect(first == network.survival(of: pictures, labels: [0, 0], views: 4))
    #expect(zip(first, other).allSatisfy { abs($0 + $1 - 1) < 1e-5 })
  }

  @Test("snapshots are the pictures on the way, and the last is what is drawn", arguments: [false, true])
  func snapshots(waves: Bool) {
    var random = RandomSource(seed: 2)
    let network = Network(.miniVGG, classes: ["a", "b"], inputSize: 16, random: &random)
    let start = Tensor.uniform(shape: [1, 16, 16, 3], in: 0.4...0.6, random: &random)
    var ideal = IdealImage(network, steps: 5)
    if waves { ideal.parameters = .fourier() }
    let seen = ideal.snapshots(after: [0, 2, 5], of: [1], from: start, variationWeights: [1])
    #expect(seen.count == 3 && seen[0].values == start.values)
    #expect(seen[2].values == ideal.draw([1], from: start, variationWeights: [1]).values)
    ideal.steps = 2
    #expect(seen[1].values == ideal.draw([1], from: start, variationWeights: [1]).values)
  }
}
