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

  /// Pictures with the values of 8 bits.
  private func bytes() -> Tensor {
    Tensor(pictures().values.map { ($0 * 255).rounded() / 255 }, shape: pictures().shape)
  }

  @Test(
    "on the lattice an attack has only values of 8 bits, stays in its ball, and still raises the loss",
    arguments: ProjectedGradient.Norm.allCases, [false, true])
  func lattice(norm: ProjectedGradient.Norm, isTargeted: Bool) {
    let (network, pictures, labels) = (network(), bytes(), ProjectedGradientTests.labels)
    for radius: Float in norm == .euclidean ? [0.05, 0.3] : [1 / 255, 2 / 255, 8 / 255, 0.03] {
      let attack = ProjectedGradient(
        radius: radius, steps: 10, norm: norm, isTargeted: isTargeted, staysOnLattice: true)
      let attacked = attack.attack(network, pictures, labels: labels)
      #expect(attacked.values.allSatisfy { abs($0 * 255 - ($0 * 255).rounded()) < 1e-3 && 0...1 ~= $0 })
      for size in sizes(attacked - pictures, norm) { #expect(size <= radius * 1.0001) }
      let (before, after) = (crossEntropy(network(pictures), labels), crossEntropy(network(attacked), labels))
      #expect(isTargeted ? after.item < before.item : after.item > before.item)
    }
  }

  @Test(
    "more steps never lose a success, and of two pictures that both succeed or both fail keep the one with the better loss",
    arguments: ProjectedGradient.Norm.allCases, [false, true])
  func best(norm: ProjectedGradient.Norm, isTargeted: Bool) {
    let (network, pictures, labels) = (network(), pictures(), ProjectedGradientTests.labels)
    func outcomes(_ steps: Int) -> [(isReached: Bool, gain: Float)] {
      // Steps that are far too long, so that the last picture is seldom the best.
      let attack = ProjectedGradient(
        radius: 0.3, steps: steps, stepSize: 1, norm: norm, isTargeted: isTargeted, keepsBest: true)
      let logits = network(attack.attack(network, pictures, labels: labels))
      let reached = zip(attack.goals(for: labels), logits.indicesOfLargest()).map { $0.isReached(by: $1) }
      return zip(reached, crossEntropies(logits, labels)).map { ($0, isTargeted ? -$1 : $1) }
    }
    let all = [1, 2, 4, 8].map(outcomes)
    for (fewer, more) in zip(all, all.dropFirst()) {
      for (before, after) in zip(fewer, more) {
        #expect(!before.isReached || after.isReached)
        #expect(before.isReached != after.isReached || after.gain >= before.gain - 1e-6)
      }
    }
  }

  @Test("a picture that reaches the goal is kept although a later one, which does not, has a higher loss")
  func successComesFirst() {
    // The picture itself fails; the one after a step succeeds with a loss of 0.74; the last one fails with 1.09.
    let network = Scripted(logits: [[9, 0, 0], [1, 1.1, -9], [0.02, 0, 0]])
    let attack = ProjectedGradient(radius: 0.5, steps: 2, stepSize: 0.1, norm: .maximum, keepsBest: true)
    let start = Tensor(shape: [1, 1, 1, 3], filledWith: 0.5)
    let attacked = attack.attack(network, start, labels: [0])
    #expect(sizes(attacked - start, .maximum).allSatisfy { abs($0 - 0.1) < 1e-5 })
  }

  private func crossEntropies(_ logits: Tensor, _ labels: [Int]) -> [Float] {
    labels.indices.map { crossEntropy(logits.slice($0..<$0 + 1, along: 0), [labels[$0]]).item }
  }

  @Test("one step of the whole radius is the fast gradient sign method")
  func fastGradientSign() {
    let (network, labels) = (network(), ProjectedGradientTests.labels)
    let pictures = pictures() * 0.5 + 0.25
    let pixels = pictures.requiringGradient()
    let slope = network.whileFrozen { crossEntropy(network(pixels), labels).gradients()[pixels]?.values ?? [] }
    let expected = zip(pictures.values, slope).map { $0 + 0.02 * ($1 > 0 ? 1 : $1 < 0 ? -1 : 0) }
    let attacked = ProjectedGradient.fastGradientSign(radius: 0.02).attack(network, pictures, labels: labels)
    #expect(zip(attacked.values, expected).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test(
    "a random change has the size of the attack and nothing of its direction",
    arguments: ProjectedGradient.Norm.allCases)
  func control(norm: ProjectedGradient.Norm) {
    let pictures = pictures() * 0.5 + 0.25
    let attack = ProjectedGradient(radius: 0.02, steps: 1, norm: norm)
    var random = RandomSource(seed: 3)
    let changed = attack.randomChange(of: pictures, random: &random)
    for size in sizes(changed - pictures, norm) { #expect(abs(size - 0.02) < 1e-4) }
    let ups = zip(changed.values, pictures.values).count { $0 > $1 }
    #expect(abs(Double(ups) / Double(pictures.count) - 0.5) < 0.1)
  }
}

@Suite struct PictureDistanceTests {
  @Test("distances are those of their formulas, and equal pictures are as near as can be")
  func formulas() {
    var random = RandomSource(seed: 5)
    let picture = Tensor.uniform(shape: [16, 18, 3], in: 0.2...0.8, random: &random)
    let same = PictureDistance(from: picture, to: picture)
    #expect(same.maximum == 0 && same.euclidean == 0 && same.peakSignalToNoise == .infinity)
    #expect(abs(same.structuralSimilarity - 1) < 1e-5)
    let lighter = PictureDistance(from: picture, to: picture + 0.1)
    #expect(abs(lighter.maximum - 0.1) < 1e-6 && abs(lighter.peakSignalToNoise - 20) < 1e-3)
    #expect(abs(lighter.euclidean - 0.1 * Float(16 * 18 * 3).squareRoot()) < 1e-4)
    // A constant shift leaves the structure as it is; noise of the same size does not.
    let noise = Tensor.uniform(shape: picture.shape, random: &random).values.map { $0 > 0.5 ? Float(0.1) : -0.1 }
    let noisy = PictureDistance(from: picture, to: picture + Tensor(noise, shape: picture.shape))
    #expect(abs(noisy.euclidean - lighter.euclidean) < 1e-4)
    #expect(noisy.structuralSimilarity < lighter.structuralSimilarity)
  }

  @Test("success is another answer, or the wanted one")
  func success() {
    #expect(AttackGoal.anythingBut(2).isReached(by: 1) && !AttackGoal.anythingBut(2).isReached(by: 2))
    #expect(AttackGoal.target(2).isReached(by: 2) && !AttackGoal.target(2).isReached(by: 1))
  }
}

/// A network that says what it was told to say, call by call, and a little of what it sees.
private final class Scripted: Layer {
  private var logits: [[Float]]

  init(logits: [[Float]]) {
    self.logits = logits
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    let said = Tensor(logits.removeFirst(), shape: [1, 3])
    return said + input.reshaped([1, 3]) * 1e-4
  }
}
