import Autograd
import NeuralNetworks
import Testing
import Visualization

@Suite struct ProjectedGradientTests {
  private static let labels = [0, 2, 1, 2]

  private func network() -> Sequential {
    var random = RandomSource(seed: 4)
    return Sequential(numbered: [
      Convolution2D(3, 8, kernel: 3, padding: 1, bias: false, random: &random), BatchNorm2D(8), ReLU(),
      GlobalAveragePool(), Linear(8, 3, random: &random),
    ])
  }

  private func pictures() -> Tensor {
    var random = RandomSource(seed: 6)
    return .uniform(shape: [4, 7, 9, 3], random: &random)
  }

  /// The size of each picture's change.
  private func sizes(_ change: Tensor, _ norm: ProjectedGradient.Norm) -> [Float] {
    (0..<change.shape[0]).map { index in
      let values = change.slice(index..<index + 1, along: 0).values
      return norm == .euclidean
        ? values.reduce(0) { $0 + $1 * $1 }.squareRoot() : values.map { abs($0) }.max() ?? 0
    }
  }

  @Test(
    "an attack stays in its ball and within [0, 1], uses the whole radius, and raises the loss of every picture",
    arguments: ProjectedGradient.Norm.allCases, [false, true])
  func staysInside(norm: ProjectedGradient.Norm, startsByChance: Bool) {
    let (network, pictures, labels) = (network(), pictures(), ProjectedGradientTests.labels)
    let radius: Float = norm == .euclidean ? 0.5 : 0.03
    let attack = ProjectedGradient(radius: radius, steps: 10, norm: norm)
    var random = RandomSource(seed: 8)
    let attacked =
      startsByChance
      ? attack.attack(network, pictures, labels: labels, random: &random)
      : attack.attack(network, pictures, labels: labels)
    #expect(attacked.values.allSatisfy { 0...1 ~= $0 })
    for size in sizes(attacked - pictures, norm) { #expect(size <= radius * 1.0001 && size > radius * 0.9) }
    for index in labels.indices {
      let loss = { (x: Tensor) in
        crossEntropy(network(x.slice(index..<index + 1, along: 0)), [labels[index]]).item
      }
      #expect(loss(attacked) > loss(pictures))
    }
  }

  @Test("more steps, and a larger radius, raise the loss further", arguments: ProjectedGradient.Norm.allCases)
  func climbs(norm: ProjectedGradient.Norm) {
    let (network, pictures, labels) = (network(), pictures(), ProjectedGradientTests.labels)
    func loss(_ radius: Float, _ steps: Int) -> Float {
      let attack = ProjectedGradient(radius: radius, steps: steps, stepSize: radius / 4, norm: norm)
      return crossEntropy(network(attack.attack(network, pictures, labels: labels)), labels).item
    }
    #expect(loss(0.1, 1) < loss(0.1, 4))
    #expect(loss(0.1, 8) < loss(0.2, 8))
  }

  @Test("an attack of radius 0 gives the pictures back, bit by bit", arguments: ProjectedGradient.Norm.allCases)
  func nothing(norm: ProjectedGradient.Norm) {
    let (network, pictures) = (network(), pictures())
    let attack = ProjectedGradient(radius: 0, steps: 3, norm: norm)
    var random = RandomSource(seed: 8)
    #expect(attack.attack(network, pictures, labels: ProjectedGradientTests.labels).values == pictures.values)
    #expect(
      attack.attack(network, pictures, labels: ProjectedGradientTests.labels, random: &random).values
        == pictures.values)
  }

  @Test("an attack leaves the network as it was, trainable where it was trainable")
  func networkIsKept() {
    let (network, pictures) = (network(), pictures())
    network.parameters[0].isTrainable = false
    let before = network.stateTensors.mapValues(\.values)
    _ = ProjectedGradient(radius: 1, steps: 2).attack(network, pictures, labels: ProjectedGradientTests.labels)
    #expect(network.stateTensors.mapValues(\.values) == before)
    #expect(network.parameters.map(\.isTrainable) == [false] + network.parameters.dropFirst().map { _ in true })
  }

  @Test("what a picture becomes does not depend on the others of its batch; the same seed starts at the same place")
  func repeatable() {
    let (network, pictures, labels) = (network(), pictures(), ProjectedGradientTests.labels)
    let attack = ProjectedGradient(radius: 0.5, steps: 3)
    let together = attack.attack(network, pictures, labels: labels)
    let alone = attack.attack(network, pictures.slice(3..<4, along: 0), labels: [labels[3]])
    let pairs = zip(together.slice(3..<4, along: 0).values, alone.values)
    #expect(pairs.allSatisfy { abs($0 - $1) < 1e-5 })
    func drawn(_ seed: UInt64) -> [Float] {
      var random = RandomSource(seed: seed)
      return attack.attack(network, pictures, labels: labels, random: &random).values
    }
    #expect(drawn(1) == drawn(1) && drawn(1) != drawn(2))
  }
}
