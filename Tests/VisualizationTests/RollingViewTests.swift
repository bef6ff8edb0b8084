import Autograd
import NeuralNetworks
import Testing

@testable import Visualization

@Suite struct RollingViewTests {
  private let picture = Tensor((0..<12).map(Float.init), shape: [1, 3, 4, 1])

  @Test("what leaves at one edge comes in at the other, and mirroring is done last")
  func values() {
    #expect(picture.rolled(down: 1, right: 0, mirrored: false).values == [8, 9, 10, 11, 0, 1, 2, 3, 4, 5, 6, 7])
    #expect(picture.rolled(down: 0, right: -1, mirrored: false).values == [1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8])
    #expect(picture.rolled(down: 0, right: 1, mirrored: true).values == [2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11])
    #expect(picture.rolled(down: 3, right: -8, mirrored: false).values == picture.values)
  }

  @Test("the gradient goes back to where each pixel came from", arguments: [true, false])
  func gradient(mirrored: Bool) {
    var random = RandomSource(seed: 1)
    let weights = Tensor.normal(shape: [2, 3, 4, 2], random: &random)
    let pictures = Tensor.normal(shape: [2, 3, 4, 2], random: &random)
    let error = gradientError(at: [pictures], random: &random) { inputs in
      (inputs[0].rolled(down: -1, right: 2, mirrored: mirrored) * weights).sum()
    }
    #expect(error < 1e-3)
  }

  @Test("views go every way up to the jitter, keep every value, and are mirrored about half the time")
  func chance() {
    var random = RandomSource(seed: 3)
    let view = RollingView(jitter: 1)
    let seen = (0..<200).map { _ in view(picture, random: &random).values }
    #expect(Set(seen).count == 18 && seen.allSatisfy { $0.sorted() == picture.values })
    let straight = RollingView(jitter: 0)
    let mirrored = (0..<200).count { _ in straight(picture, random: &random).values != picture.values }
    #expect(70...130 ~= mirrored)
    #expect(RollingView(jitter: 0, mirrors: false)(picture, random: &random).values == picture.values)
  }
}
