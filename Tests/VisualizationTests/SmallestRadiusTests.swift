import Autograd
import NeuralNetworks
import Testing
import Visualization

@Suite struct SmallestRadiusTests {
  /// The attack of radius k / 255 that the search stands for.
  private func attack(_ levels: Int, isTargeted: Bool) -> ProjectedGradient {
    ProjectedGradient(
      radius: Float(levels) / 255, steps: 5, norm: .maximum, isTargeted: isTargeted, staysOnLattice: true,
      keepsBest: true)
  }

  private func pictures(_ count: Int) -> Tensor {
    var random = RandomSource(seed: 6)
    let values = Tensor.uniform(shape: [count, 6, 6, 3], random: &random).values
    return Tensor(values.map { ($0 * 255).rounded() / 255 }, shape: [count, 6, 6, 3])
  }

  private func network() -> Sequential {
    var random = RandomSource(seed: 9)
    return Sequential(numbered: [
      Convolution2D(3, 8, kernel: 3, padding: 1, random: &random), ReLU(), GlobalAveragePool(),
      Linear(8, 3, random: &random),
    ])
  }

  @Test("at the radius that is found the attack succeeds, one level below it fails", arguments: [false, true])
  func minimal(isTargeted: Bool) {
    let (network, pictures) = (network(), pictures(20))
    let logits = network(pictures)
    let answers = logits.indicesOfLargest()
    // The target is the second likeliest of the three classes, which is within reach.
    let labels = answers.enumerated().map { place, answer in
      let others = (0..<3).filter { $0 != answer }
      return isTargeted ? others.max { logits.values[place * 3 + $0] < logits.values[place * 3 + $1] } ?? 0 : answer
    }
    let largest = 60
    let found = attack(255, isTargeted: isTargeted)
      .smallestRadii(network, pictures, labels: labels, upTo: largest)
    func succeeds(_ place: Int, _ levels: Int) -> Bool {
      let attack = attack(levels, isTargeted: isTargeted)
      let one = pictures.slice(place..<place + 1, along: 0)
      let attacked = attack.attack(network, one, labels: [labels[place]])
      return attack.goals(for: [labels[place]])[0].isReached(by: network(attacked).indicesOfLargest()[0])
    }
    for (place, levels) in found.enumerated() {
      if let levels {
        #expect(levels > 0 && levels <= largest && succeeds(place, levels))
        #expect(!succeeds(place, levels - 1))
      } else {
        #expect(!succeeds(place, largest))
      }
    }
    // Neither trivial: there are several different radii.
    #expect(Set(found.compactMap(\.self)).count > 3)
  }

  @Test("what is reached already needs no change, and what is never reached is reported as such")
  func ends() {
    let (network, pictures) = (network(), pictures(4))
    let answers = network(pictures).indicesOfLargest()
    let already = attack(255, isTargeted: true).smallestRadii(network, pictures, labels: answers, upTo: 8)
    #expect(already == [0, 0, 0, 0])

    // A network that always says the same cannot be led to another answer.
    let stubborn = Sequential(numbered: [Stubborn()])
    let never = attack(255, isTargeted: true).smallestRadii(stubborn, pictures, labels: [1, 1, 1, 1], upTo: 8)
    #expect(never == [nil, nil, nil, nil])
  }
}

/// A network that says class 0 of whatever it sees.
private struct Stubborn: Layer {
  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.sum(along: [1, 2]) * 1e-6 + Tensor([5, 0, 0])
  }
}
