import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

/// The cells that make well-known mistakes on purpose, and measure them.
extension AdversarialCatCells {
  // cell: wrong-scale
  func wrongScale(_ page: Page, _ dogs: AttackSet, _ attacked: Tensor) throws {
    let untouched = dogs.successRates(of: dogs.pictures * 255, by: network)
    let cats = dogs.successRates(of: attacked * 255, by: network)

    page.measure("untouched", values: untouched.map(\.untargeted), as: .percent)
    page.measure("cats", values: cats.map(\.targeted), as: .percent)
  }

  // cell: wrong-epsilon
  func wrongEpsilon(_ page: Page, _ dogs: AttackSet) throws {
    let (epsilon, step): (Float, Float) = (8 / 255, 2 / 255)
    let start = network.normalization(dogs.pictures)
    var normalised = start
    for _ in 0..<10 {
      let gradient = normalised.gradient { crossEntropy(network.layers($0), dogs.targetLabels) }
      let moved = normalised - step * gradient.signs
      normalised = start + (moved - start).clamped(to: -epsilon...epsilon)
    }
    let answers = network.layers(normalised).indicesOfLargest()

    let deviation = network.normalization.standardDeviation[0]
    let change = (normalised - start).abs().values.max() ?? 0
    page.measure("deviation", deviation, as: .number)
    page.measure("pixels", change * deviation * 255, as: .number(digits: 1))
    page.measure("cats", values: dogs.means(answers.map { $0 == dogs.target.label ? 1 : 0 }), as: .percent)
  }

  // cell: no-bound
  func noBound(_ page: Page, _ dogs: AttackSet) throws {
    let (dog, cat) = (dogs.firsts(1), dogs.target)
    let pixels = Parameter(dog)
    let adam = Adam([pixels], learningRate: 0.02)
    for _ in 0..<100 { adam.step(crossEntropy(network(pixels.value), [cat.label]).gradients()) }
    let unbounded = pixels.value.detached()
    let bounded = attack(8).attack(network, dog, labels: [cat.label])

    let figures = AttackFigures(page, self, dogs)
    let original = try figures.keep(dog, as: "no-bound-original")
    let changed = try figures.keep(.concatenated([unbounded, bounded]), from: dog, as: "no-bound-changed")
    let outside = unbounded.values.count { !(0...1 ~= $0) }
    page.measure("outside", Float(outside) / Float(dog.count), as: .percent)
    page.measure("before-saving", network.probabilities(unbounded).values[cat.label], as: .percent)
    page.measure("saved", changed[0].probability(of: cat), as: .percent)
    page.measure("largest", changed[0].outcome.distance.levels)
    try page.figure(
      "no-bound",
      figures.grid(
        columns: [page.term("original"), page.term("no-bound-100"), page.term("bound-8")],
        [
          original.map { figures.cell($0) }
            + changed.map { figures.cell($0, heading: "L∞ \($0.outcome.distance.levels)/255") }
        ]))
  }

  // cell: stretched
  func stretched(_ page: Page, _ dogs: AttackSet) throws {
    let dog = dogs.firsts(1)
    let changes = try [1, 4, 16].map { level in
      let attacked = attack(level).attack(network, dog, labels: [dogs.target.label])
      return (level: level, picture: try page.kept(attacked, as: "change-\(level)"))
    }
    try page.figure("stretched", AttackFigures(page, self, dogs).stretched(dog, changes))
  }

  // cell: loosely
  func loosely(_ page: Page, _ dogs: AttackSet) throws {
    let strangers = dogs.strangers(size: network.inputSize)
    var random = RandomSource(seed: page.seed)
    let noise = attack(4).randomChange(of: strangers.pictures, random: &random)
    let before = network(strangers.pictures).indicesOfLargest()
    let after = network(noise).indicesOfLargest()
    func share(_ isCounted: (_ before: Int, _ after: Int) -> Bool) -> [Float] {
      strangers.means(zip(before, after).map { isCounted($0, $1) ? 1 : 0 })
    }
    let (dog, cat) = (dogs.own.label, dogs.target.label)

    let few = dogs.first(10)
    let moved = AttackMethod.fast.change(few, on: network, within: 8, random: &random)
    let oneStep = few.successRates(of: moved, by: network)

    page.measure("one-step.not-dog", values: oneStep.map(\.untargeted), as: .percent)
    page.measure("one-step.cat", values: oneStep.map(\.targeted), as: .percent)
    page.measure("not-dog", values: share { $1 != dog }, as: .percent)
    page.measure("flipped", values: share { $0 == dog && $1 != dog }, as: .percent)
    page.measure("cat", values: share { $0 == dog && $1 == cat }, as: .percent)
  }
}
