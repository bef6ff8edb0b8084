import Autograd
import Charts
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
  func transfer(_ page: Page, _ all: AttackSet) throws {
    let dogs = all.first(8)
    let targeted = attack(8)
    var untargeted = targeted
    untargeted.isTargeted = false
    let made = page.study(NetworkRole.allCases) { source, seed in
      let few = dogs[seed]
      return (
        untargeted: untargeted.attack(network(source), few.pictures, labels: few.ownLabels),
        targeted: targeted.attack(network(source), few.pictures, labels: few.targetLabels)
      )
    }
    let study = page.study(NetworkRole.allCases, by: NetworkRole.allCases) { source, victim in
      zip(
        dogs.successRates(of: .concatenated(made[source].map(\.untargeted)), by: network(victim)),
        dogs.successRates(of: .concatenated(made[source].map(\.targeted)), by: network(victim))
      ).map { (flipped: $0.untargeted, cats: $1.targeted) }
    }

    page.report(of: study, as: .percent, \.flipped)
    page.report("cat", of: study, as: .percent, \.cats)
    try page.figure("transfer", AttackFigures(page, self, dogs).transfer(study.map(\.flipped), study.map(\.cats)))
  }

  // cell: shared-base
  func sharedBase(_ page: Page, _ dogs: AttackSet) throws {
    let test = Menagerie(.catsVersusDogs).testSet(count: 100, size: network.inputSize)
    let publicNetwork = (network, cat: dogs.target.label, dog: dogs.own.label)
    func trial(seed: UInt64) throws -> SharedBaseTrial {
      let few = FewPictures(of: .catsVersusDogs, perClass: 20, seed: seed, for: network)
      let frozen = try few.withFittedHead()
      let tuned = try few.withFittedHead()
      try FineTuning(epochs: 8).train(tuned, on: few.training, seed: seed)
      let other = try FewPictures(of: .catsVersusDogs, perClass: 20, seed: seed, for: mobile).withFittedHead()
      return SharedBaseTrial(
        attack(8), on: publicNetwork,
        victims: [.public: publicNetwork, .frozen: (frozen, 0, 1), .tuned: (tuned, 0, 1), .other: (other, 0, 1)],
        test: test)
    }
    let study = try page.study(Victim.allCases, preparing: trial) { victim, trial in
      (accuracy: trial.accuracies[victim] ?? 0, fooled: trial.fooled[victim] ?? 0, dogs: Float(trial.dogs))
    }

    page.report("accuracy", of: study, as: .percent, \.accuracy)
    page.report("fooled", of: study, as: .percent, \.fooled)
    page.measure("dogs", values: study.values(of: .public, \.dogs), as: .number(digits: 0))
    page.claim("base-gives-away", study.gain(of: .frozen, over: .other, \.fooled), .moreThan(0), as: .percent)
    try page.figure("shared-base", study.shareBars(page.term("dogs-taken-for-cats"), \.fooled))
  }

  // cell: defences
  func defences(_ page: Page, _ all: AttackSet) throws {
    let dogs = all.first(10)
    func attacked(_ network: some Layer) -> Tensor {
      attack(6).attack(network, dogs.pictures, labels: dogs.targetLabels)
    }
    let unaware = attacked(network)
    let study = page.study(DefenceKind.allCases, by: Attacker.allCases) { kind, attacker in
      let defended = DefendedNetwork(network, behind: kind.defence)
      let pictures =
        switch attacker {
        case .none: dogs.pictures
        case .unaware: unaware
        case .own: attacked(defended)
        case .straight: attacked(DefendedNetwork(network, behind: StraightThrough(kind.defence)))
        }
      return dogs.successRates(of: pictures, by: defended)
        .map { attacker == .none ? $0.unchanged : $0.targeted }
    }

    page.measure("bare", values: dogs.successRates(of: unaware, by: network).map(\.targeted), as: .percent)
    page.report(of: study, as: .percent)
    for kind in DefenceKind.allCases {
      let attackers = study.row(kind).restricted(to: [.unaware, .own, .straight])
      page.measure("\(kind.name).best", values: attackers[attackers.best], as: .percent)
    }
    try page.figure("defences", study.shareBarsOfColumns(page.term("share-of-dogs")))
  }

  // cell: twin
  func robustTwin(_ page: Page) throws {
    let study = page.study([NetworkRole.plain, .twin], by: radii) { role, radius, seed in
      let attack = ProjectedGradient(radius: radius, steps: 20, norm: .euclidean, staysOnLattice: true, keepsBest: true)
      return network(role).accuracy(on: Menagerie(seed: seed).testSet(count: 16), under: attack)
    }

    page.report(of: study, as: .percent)
    page.claim("twin", study[.twin, 1], .atLeast(0.8), as: .percent)
    try page.figure(
      "twin",
      study.lines(
        x: Axis(page.term("epsilon-l2")), y: .percent(page.term("still-right"), range: 0...1),
        at: { Double($0) }, { $0 }
      ).withinShares)
  }

  // cell: large
  func large(_ page: Page, _ all: AttackSet) throws {
    let dogs = all.first(1)
    let attack = ProjectedGradient(
      radius: 12, steps: 60, norm: .euclidean, isTargeted: true, staysOnLattice: true, keepsBest: true)
    let study = try page.study([NetworkRole.plain, .twin]) { role in
      let attacked = attack.attack(network(role), dogs.pictures, labels: dogs.targetLabels)
      return TransferScores.ofEach(
        try page.kept(attacked, as: "large-\(role.name)"), attacked: network(role), judge: judge, target: dogs.target)
    }

    page.report("judge", of: study, as: .percent, \.judge)
    page.report("itself", of: study, as: .percent, \.itself)
    try page.figure("large", AttackFigures(page, self, dogs).large(study))
  }
}
