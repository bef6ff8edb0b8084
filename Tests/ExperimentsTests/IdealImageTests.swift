import Autograd
import ModelZoo
import NeuralNetworks
import Testing
import Visualization

@Suite struct IdealImageTests {
  @Test("the loop that the lesson shows and the library's draw the same picture, bit by bit, on one thread and two")
  func loopsAgree() throws {
    let network = try Catalogue.network("mini-vgg")
    var random = RandomSource(seed: 3)
    let start = Tensor.uniform(shape: [2, 64, 64, 3], in: 0.4...0.6, random: &random)
    let ideal = IdealImage(network, steps: 3)
    let threads = Engine.threads
    defer { Engine.threads = threads }
    Engine.threads = 1
    let drawn = ideal.draw([1, 7], from: start, variationWeights: [0, 0])
    let calm = ideal.draw([1, 7], from: start, variationWeights: [0, 10])
    Engine.threads = 2
    #expect(ideal.draw([1, 7], from: start, variationWeights: [0, 0]).values == drawn.values)
    #expect(ideal.draw([1, 7], from: start, variationWeights: [0, 10]).values == calm.values)

    let pixels = Parameter(start)
    let adam = Adam([pixels], learningRate: ideal.learningRate)
    for _ in 0..<3 {
      // The mean over two pictures twice: the library's loss is their sum.
      adam.step((crossEntropy(network(pixels.value), [1, 7]) * 2).gradients())
      pixels.set(pixels.value.clamped(to: 0...1))
    }
    #expect(pixels.value.values == drawn.values)
    // The first picture has no variation loss in either; the second is calmer with it.
    #expect(calm.values.prefix(64 * 64 * 3) == drawn.values.prefix(64 * 64 * 3))
    #expect(variation(calm).values[1] < variation(drawn).values[1])
  }

  @Test("what a picture becomes does not depend on the others of its batch")
  func picturesAreIndependent() throws {
    let network = try Catalogue.network("mini-vgg")
    var random = RandomSource(seed: 5)
    let start = Tensor.uniform(shape: [3, 64, 64, 3], in: 0.4...0.6, random: &random)
    let ideal = IdealImage(network, steps: 2)
    let among = ideal.draw([0, 1, 7], from: start, variationWeights: [1, 0, 10])
    let others = Tensor.concatenated([start.slice(1..<3, along: 0), start.slice(2..<3, along: 0)])
    let amongOthers = ideal.draw([4, 9, 7], from: others, variationWeights: [0, 3, 10])
    let last = { (pictures: Tensor) in pictures.slice(2..<3, along: 0).values }
    #expect(last(among) == last(amongOthers))
  }
}
