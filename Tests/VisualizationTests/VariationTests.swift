import Autograd
import Foundation
import Testing
import Visualization

@Suite struct VariationTests {
  @Test("a flat picture has no variation and no fine detail, a chessboard the most", arguments: VariationForm.allCases)
  func extremes(form: VariationForm) {
    let flat = Tensor(shape: [1, 8, 8, 3], filledWith: 0.4)
    let chessboard = Tensor((0..<64).map { Float(($0 / 8 + $0) % 2) }, shape: [1, 8, 8, 1])
    #expect(variation(flat, form).values == [0])
    #expect(variation(chessboard, form).values == [1])
    #expect(highFrequencyEnergy(flat)[0] < 1e-10)
    #expect(abs(highFrequencyEnergy(chessboard)[0] - 0.25) < 1e-5)  // all of its variance
  }

  @Test("variation means the same at every size", arguments: [8, 16, 64])
  func sizeDoesNotMatter(size: Int) {
    let stripes = Tensor((0..<size * size).map { Float($0 % size / 2 % 2) }, shape: [1, size, size, 1])
    let expected = Float(size / 2 - 1) / Float(size - 1) / 2
    #expect(abs(variation(stripes).item - expected) < 1e-6)
  }

  @Test("each picture has its own number, and the loss is their mean")
  func perPicture() {
    var random = RandomSource(seed: 2)
    let pictures = Tensor.uniform(shape: [3, 9, 7, 3], random: &random)
    let alone = (0..<3).map { variation(pictures.slice($0..<$0 + 1, along: 0)).item }
    #expect(zip(variation(pictures).values, alone).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(abs(variationLoss(pictures).item - alone.reduce(0, +) / 3) < 1e-6)
  }

  @Test("the gradient agrees with finite differences", arguments: VariationForm.allCases)
  func gradient(form: VariationForm) {
    // Far from equal neighbours, at which the absolute form has no derivative.
    let pictures = Tensor((0..<2 * 5 * 4 * 3).map { Float($0 * 37 % 101) / 101 }, shape: [2, 5, 4, 3])
    var random = RandomSource(seed: 3)
    let error = gradientError(at: [pictures], step: 1e-3, random: &random) { inputs in
      (variation(inputs[0], form) * Tensor([1, -2])).sum()
    }
    #expect(error < 5e-3)
  }

  @Test("white noise has the share of its variance above a quarter cycle that the plane of frequencies has")
  func noise() {
    var random = RandomSource(seed: 5)
    let pictures = Tensor.normal(shape: [8, 64, 64, 3], standardDeviation: 0.1, random: &random)
    let energy = highFrequencyEnergy(pictures).reduce(0, +) / 8
    #expect(abs(energy / 0.01 - (1 - Float.pi / 16)) < 0.02)
  }

  @Test("a slow wave has no fine detail, a fast one only that")
  func waves() {
    func wave(_ cycles: Int) -> Tensor {
      Tensor((0..<32 * 32).map { cos(2 * Float.pi * Float($0 % 32 * cycles) / 32) }, shape: [1, 32, 32, 1])
    }
    #expect(highFrequencyEnergy(wave(3))[0] < 1e-6)
    #expect(abs(highFrequencyEnergy(wave(12))[0] - 0.5) < 1e-4)
  }
}
