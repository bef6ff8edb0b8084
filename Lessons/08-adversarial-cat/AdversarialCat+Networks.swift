import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

/// The cells about other networks and defences: whom an attack reaches, and what stands in its way.
extension AdversarialCatCells {
  // cell: transfer
  func transfer(_ page: Page) throws {
    let targeted = attack(8)
    var untargeted = targeted
    untargeted.isTargeted = false
    let seeds = page.progress(Phrase(en: "Seeds", id: "Benih"), over: kennel.first(8).eachSeed)
    let rates = seeds.map { few in
      (
        flipped: untargeted.transferRates(of: few.dogs, labels: few.own, from: networks, to: networks),
        cats: targeted.transferRates(of: few.dogs, labels: few.cats, from: networks, to: networks)
      )
    }

    let names = ["plain", "twin", "judge", "light"].enumerated()
    for (row, source) in names {
      for (column, victim) in names {
        page.measure("\(source).\(victim)", values: rates.map { $0.flipped[row][column] }, as: .percent)
        page.measure("\(source).\(victim).cat", values: rates.map { $0.cats[row][column] }, as: .percent)
      }
    }
    try AdversarialCatFigures(page: page, cells: self).transfer(rates.map(\.flipped).mean, rates.map(\.cats).mean)
  }

  // cell: shared-base
  func sharedBase(_ page: Page) throws {
    let test = Menagerie(.catsVersusDogs).testSet(count: 100, size: network.inputSize)
    let trials = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      let few = FewPictures(of: .catsVersusDogs, perClass: 20, seed: seed, for: network)
      let frozen = try few.withFittedHead()
      let tuned = try few.withFittedHead()
      try FineTuning(epochs: 8).train(tuned, on: few.training, seed: seed)
      let other = try FewPictures(of: .catsVersusDogs, perClass: 20, seed: seed, for: light).withFittedHead()
      return SharedBaseTrial(
        attack(8), on: network, cat: cat, dog: dog, victims: [frozen, tuned, other], test: test)
    }

    for (place, name) in ["frozen", "tuned", "other"].enumerated() {
      page.measure("\(name).accuracy", values: trials.map { $0.accuracies[place] }, as: .percent)
      page.measure("\(name).fooled", values: trials.map { $0.fooled[place] }, as: .percent)
    }
    page.measure("public", values: trials.map(\.fooledPublic), as: .percent)
    page.measure("dogs", values: trials.map { Float($0.dogs) }, as: .number(digits: 0))
    try AdversarialCatFigures(page: page, cells: self).sharedBase(trials)
  }

  // cell: defences
  func defences(_ page: Page) throws {
    let few = kennel.first(10)
    let unaware = attack(6).attack(network, few.dogs, labels: few.cats)
    let defences: [(name: String, defence: any Defence)] = [
      ("median", MedianFilter()), ("bits", BitDepthReduction(bits: 3)),
    ]
    let rates = page.progress(Phrase(en: "Defences", id: "Pertahanan"), over: defences).map { _, defence in
      let defended = DefendedNetwork(network, behind: defence)
      let straight = DefendedNetwork(network, behind: StraightThrough(defence))
      let attacked = [unaware] + [defended, straight].map { attack(6).attack($0, few.dogs, labels: few.cats) }
      return [few.shares(of: few.dogs, by: defended, reaching: .target(dog.label))]
        + attacked.map { few.shares(of: $0, by: defended, reaching: .target(cat.label)) }
    }

    page.measure("bare", values: few.shares(of: unaware, by: network, reaching: .target(cat.label)), as: .percent)
    for (defence, rates) in zip(defences, rates) {
      for (name, rates) in zip(["right", "unaware", "own", "straight"], rates) {
        page.measure("\(defence.name).\(name)", values: rates, as: .percent)
      }
    }
    try AdversarialCatFigures(page: page, cells: self).defences(rates)
  }

  // cell: twin
  func robustTwin(_ page: Page) throws {
    let radii: [Float] = [0, 0.5, 1, 2, 3]
    let accuracies = page.progress(Phrase("ε"), over: radii).map { radius in
      let attack = ProjectedGradient(radius: radius, steps: 20, norm: .euclidean, staysOnLattice: true, keepsBest: true)
      return [network, twin].map { network in
        page.seeds.map { seed in
          let test = Menagerie(seed: seed).testSet(count: 16)
          return network.accuracy(on: test, under: attack)
        }
      }
    }

    for (radius, accuracies) in zip(["0", "0.5", "1", "2", "3"], accuracies) {
      page.measure("plain.\(radius)", values: accuracies[0], as: .percent)
      page.measure("robust.\(radius)", values: accuracies[1], as: .percent)
    }
    page.claim("twin", accuracies[2][1], .atLeast(0.8), as: .percent)
    try AdversarialCatFigures(page: page, cells: self).robustTwin(radii, accuracies)
  }

  // cell: large
  func large(_ page: Page) throws {
    let attack = ProjectedGradient(
      radius: 8, steps: 40, norm: .euclidean, isTargeted: true, staysOnLattice: true, keepsBest: true)
    let dogs = kennel.first(1)
    let columns = try [("plain", network), ("robust", twin)].map { name, attacked in
      let pictures = try page.kept(attack.attack(attacked, dogs.dogs, labels: dogs.cats), as: "large-\(name)")
      return Verdicts(pictures, attacked: attacked, judge: judge, on: cat)
    }

    page.measure("plain.judge", values: columns[0].judge, as: .percent)
    page.measure("robust.judge", values: columns[1].judge, as: .percent)
    page.measure("plain.itself", values: columns[0].itself, as: .percent)
    page.measure("robust.itself", values: columns[1].itself, as: .percent)
    try AdversarialCatFigures(page: page, cells: self).large(dogs.dogs, columns)
  }
}
