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
  func wrongScale(_ page: Page) throws {
    let untouched = kennel.shares(of: kennel.dogs * 255, by: network, reaching: .anythingBut(dog.label))
    let cats = kennel.shares(of: attacked * 255, by: network, reaching: .target(cat.label))

    page.measure("untouched", values: untouched, as: .percent)
    page.measure("cats", values: cats, as: .percent)
  }

  // cell: wrong-epsilon
  func wrongEpsilon(_ page: Page) throws {
    let (epsilon, step): (Float, Float) = (8 / 255, 2 / 255)
    let start = network.normalization(kennel.dogs)
    var normalised = start
    for _ in 0..<10 {
      let gradient = normalised.gradient { crossEntropy(network.layers($0), kennel.cats) }
      let moved = normalised - step * gradient.signs
      normalised = start + (moved - start).clamped(to: -epsilon...epsilon)
    }
    let answers = network.layers(normalised).indicesOfLargest()

    let deviation = network.normalization.standardDeviation[0]
    let change = (normalised - start).abs().values.max() ?? 0
    page.measure("deviation", deviation, as: .number)
    page.measure("pixels", change * deviation * 255, as: .number(digits: 1))
    page.measure("cats", values: kennel.means(answers.map { $0 == cat.label ? 1 : 0 }), as: .percent)
  }

  // cell: no-bound
  func noBound(_ page: Page) throws {
    let dog = kennel.dog(ofSeed: 0)
    let pixels = Parameter(dog)
    let adam = Adam([pixels], learningRate: 0.02)
    for _ in 0..<100 { adam.step(crossEntropy(network(pixels.value), [cat.label]).gradients()) }
    let unbounded = pixels.value.detached()

    let outside = unbounded.values.count { !(0...1 ~= $0) }
    let bounded = attack(8).attack(network, dog, labels: [cat.label])
    let shown = try [("original", dog), ("unbounded", unbounded), ("bounded", bounded)].map { name, picture in
      try exhibit(picture, from: dog, as: "no-bound-\(name)", on: page)
    }
    page.measure("outside", Float(outside) / Float(dog.count), as: .percent)
    page.measure("before-saving", network.probabilities(unbounded).values[cat.label], as: .percent)
    page.measure("saved", shown[1].probability(of: cat), as: .percent)
    page.measure("largest", shown[1].outcome.distance.levels)
    try AdversarialCatFigures(page: page, cells: self).noBound(shown)
  }

  // cell: stretched
  func stretched(_ page: Page) throws {
    let dog = kennel.dogs.gather(rows: [0])
    let levels: [Float] = [1, 4, 16]
    let attacked = try levels.map {
      try page.kept(attack($0).attack(network, dog, labels: [cat.label]), as: "change-\(Int($0))")
    }
    try AdversarialCatFigures(page: page, cells: self).stretched(dog, levels, attacked)
  }

  // cell: loosely
  func loosely(_ page: Page) throws {
    let strangers = Kennel(strangersTo: network, count: 20, seeds: page.seeds)
    var random = RandomSource(seed: page.seed)
    let noise = attack(4).randomChange(of: strangers.dogs, random: &random)
    let before = network(strangers.dogs).indicesOfLargest()
    let after = network(noise).indicesOfLargest()
    func share(_ isCounted: (_ before: Int, _ after: Int) -> Bool) -> [Float] {
      strangers.means(zip(before, after).map { isCounted($0, $1) ? 1 : 0 })
    }

    let few = kennel.first(10)
    let moved = ProjectedGradient.fastGradientSign(radius: 8 / 255, isTargeted: true, staysOnLattice: true)
      .attack(network, few.dogs, labels: few.cats)
    let notDogs = few.shares(of: moved, by: network, reaching: .anythingBut(dog.label))
    let cats = few.shares(of: moved, by: network, reaching: .target(cat.label))

    page.measure("one-step.not-dog", values: notDogs, as: .percent)
    page.measure("one-step.cat", values: cats, as: .percent)
    page.measure("not-dog", values: share { $1 != dog.label }, as: .percent)
    page.measure("flipped", values: share { $0 == dog.label && $1 != dog.label }, as: .percent)
    page.measure("cat", values: share { $0 == dog.label && $1 == cat.label }, as: .percent)
  }
}
