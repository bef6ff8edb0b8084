import Autograd
import ModelZoo
import NeuralNetworks
import Testing

@testable import Visualization

@Suite struct IdealImageTests {
  private func network() -> Network {
    var random = RandomSource(seed: 2)
    let network = Network(.miniVGG, classes: (0..<4).map { "\($0)" }, inputSize: 16, random: &random)
    network.freeze()
    return network
  }

  private func pictures(_ count: Int = 2, size: Int = 16) -> Tensor {
    var random = RandomSource(seed: 7)
    return .uniform(shape: [count, size, size, 3], in: 0.2...0.8, random: &random)
  }

  @Test(
    "the gradient of every objective is that of finite differences",
    arguments: [
      .logProbability, .probability, .logit, .channel(layer: "features.9", index: 5),
      .neuron(layer: "features.6", index: 3, y: 1, x: 2), .layer("features.16"),
    ] as [IdealObjective])
  func objectives(objective: IdealObjective) {
    var random = RandomSource(seed: 1)
    let network = network()
    let error = gradientError(at: [pictures()], step: 1e-3, random: &random) { inputs in
      objective.value(of: network, for: inputs[0], targets: [1, 3])
    }
    #expect(error < 0.03)
  }

  @Test(
    "a picture becomes the same, bit by bit, whether it is drawn alone or among others", arguments: [1, 2, 3, 4, 14])
  func batches(others: Int) {
    let start = pictures(1 + others)
    let targets = (0...others).map { $0 % 4 }
    var ideal = IdealImage(network(), steps: 12, learningRate: 0.1, form: .squared)
    (ideal.objective, ideal.parameters, ideal.view) = (.logit, .fourier(), RandomView())
    let together = ideal.draw(targets, from: start, variationWeights: targets.map { _ in 3 })
    for place in Set([0, others]) {
      let alone = ideal.draw([targets[place]], from: start.gather(rows: [place]), variationWeights: [3])
      #expect(alone.values == together.gather(rows: [place]).values, "\(place) of \(1 + others)")
    }
    let some = ideal.draw(Array(targets.prefix(2)), from: start.gather(rows: [0, 1]), variationWeights: [3, 3])
    #expect(some.values == together.gather(rows: [0, 1]).values)
  }

  @Test("pictures come back from their waves, whatever their size and colours", arguments: [(8, 8), (7, 9), (16, 6)])
  func waves(height: Int, width: Int) {
    var random = RandomSource(seed: 3)
    let pictures = Tensor.uniform(shape: [2, height, width, 3], in: 0.1...0.9, random: &random)
    for colors in [ColorBasis.uncorrelated, ColorBasis(of: pictures)] {
      let parameters = PictureParameters.fourier(colors)
      let back = parameters.decoded(parameters.encoded(pictures))
      #expect(zip(back.values, pictures.values).allSatisfy { abs($0 - $1) < 1e-4 })
    }
  }

  @Test("the waves are orthonormal, so that amplitudes keep a picture's length", arguments: [5, 8])
  func orthonormal(size: Int) {
    var random = RandomSource(seed: 4)
    let picture = Tensor.normal(shape: [1, size, size + 1, 2], random: &random)
    let amplitudes = WaveBasis(height: size, width: size + 1).amplitudes(of: picture)
    #expect(abs(amplitudes.square().sum().item - picture.square().sum().item) < 1e-3)
  }

  @Test("a colour basis makes the colours of its pictures vary independently")
  func colors() {
    var random = RandomSource(seed: 5)
    let grey = Tensor.normal(shape: [1, 40, 40, 1], random: &random)
    let colors = Tensor.normal(shape: [1, 40, 40, 3], standardDeviation: 0.3, random: &random)
    let pictures = grey + colors * Tensor([1, 0.5, 2])
    let apart = ColorBasis(of: pictures).decorrelated(pictures - pictures.mean(along: [0, 1, 2]))
    let rows = apart.reshaped([1600, 3])
    let covariance = rows.transposed().matrixProduct(rows).values
    for i in 0..<3 {
      for j in 0..<3 {
        let size = (covariance[i * 4] * covariance[j * 4]).squareRoot()
        #expect(abs(covariance[i * 3 + j] / size - (i == j ? 1 : 0)) < 1e-3)
      }
    }
  }

  @Test("the gradients of both parameterisations and of a view are those of finite differences")
  func parameters() {
    var random = RandomSource(seed: 6)
    let weights = Tensor.normal(shape: [1, 8, 8, 3], random: &random)
    for parameters in [PictureParameters.pixels, .fourier(), .fourier(ColorBasis(of: pictures(size: 8)))] {
      let error = gradientError(at: [parameters.encoded(pictures(1, size: 8))], random: &random) { inputs in
        var views = RandomSource(seed: 9)
        return (RandomView()(parameters.decoded(inputs[0]), random: &views) * weights).sum()
      }
      #expect(error < 1e-2)
    }
  }

  @Test("a view without moves shows the picture, and a moved one shows grey where nothing is")
  func views() {
    var random = RandomSource(seed: 8)
    let pictures = pictures()
    let still = RandomView(jitter: 0, scale: 1...1, rotation: 0)(pictures, random: &random)
    #expect(zip(still.values, pictures.values).allSatisfy { abs($0 - $1) < 1e-5 })
    let small = RandomView(jitter: 0, scale: 0.5...0.5, rotation: 0)(pictures, random: &random)
    #expect(small.values.prefix(3).allSatisfy { $0 == 0.5 })
  }

  @Test(
    "every objective and parameterisation raises what it is drawn for",
    arguments: [.logProbability, .probability, .logit] as [IdealObjective],
    [PictureParameters.pixels, .fourier()])
  func draws(objective: IdealObjective, parameters: PictureParameters) {
    let network = network()
    var ideal = IdealImage(network, steps: 12)
    (ideal.objective, ideal.parameters) = (objective, parameters)
    let drawn = ideal.draw([1, 3], from: pictures(), variationWeights: [0, 0])
    let value = { (pictures: Tensor) in objective.value(of: network, for: pictures, targets: [1, 3]).item }
    #expect(value(drawn) > value(pictures()))
    #expect(drawn.values.allSatisfy { 0...1 ~= $0 })
  }
}
