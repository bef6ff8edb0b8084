import Autograd
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells about what is left of an attack in a file, and how small it can be.
extension AdversarialCatCells {
  // cell: saved
  func saved(_ page: Page, _ all: AttackSet) throws {
    let dogs = all.first(10)
    var unaware = attack(8)
    unaware.staysOnLattice = false
    let change = unaware.attack(network, dogs.pictures, labels: dogs.targetLabels) - dogs.pictures
    func shortest(settled: (Tensor) -> Tensor) -> Tensor {
      network.shortest(change, of: dogs.pictures, to: dogs.targetLabels, settled: settled)
    }
    let barely = shortest { $0 }
    let study = try page.study(Saving.allCases) { saving in
      let made = saving == .lattice ? shortest(settled: saving.of) : barely
      let read = saving == .float ? made : try page.kept(saving.of(made), as: saving.name)
      return dogs.successRates(of: read, by: network)
    }

    unaware.radius = 0.01
    let rounded = Saving.rounded.of(unaware.attack(network, dogs.pictures, labels: dogs.targetLabels))
    page.report(of: study, as: .percent, \.targeted)
    page.measure("bound.rounded", (rounded - dogs.pictures).abs().values.max() ?? 0, as: .number(digits: 4))
    try page.figure("saved", study.shareBars(page.term("taken-for-cat-read-back"), \.targeted))
  }

  // cell: smallest
  func smallest(_ page: Page, _ set: AttackSet) throws -> Study<NetworkRole, [Int?]> {
    let largest = plan.largestLevel
    let study = page.study(plan.networks) { role in
      set.smallestRadii(attack(1), on: network(role), upTo: largest)
    }

    page.measure("count", set.ownLabels.count)
    for role in study.keys {
      let radii = study[role].flatMap { $0 }
      let median = radii.map { $0 ?? largest + 1 }.median
      page.measure("\(role.name).median", Phrase(median > largest ? "> \(largest)" : "\(median)"))
      page.measure("\(role.name).least", Phrase(radii.compactMap { $0 }.min().map { "\($0)" } ?? "–"))
      page.measure("\(role.name).failures", radii.count { $0 == nil })
    }
    try page.figure("smallest", AttackFigures(page, self, set).smallest(study, upTo: largest))
    return study
  }

  // cell: one-picture
  func onePicture(_ page: Page, _ dogs: AttackSet, _ smallest: Study<NetworkRole, [Int?]>) throws {
    let largest = plan.largestLevel
    let radii = smallest[.plain].flatMap { $0 }
    let order = radii.indices.sorted { (radii[$0] ?? largest + 1, $0) < (radii[$1] ?? largest + 1, $1) }
    let figures = AttackFigures(page, self, dogs)
    let rows = try Extreme.allCases.map { extreme -> [AttackedPicture?] in
      let place = extreme == .easiest ? order[0] : order[order.count - 1]
      let dog = dogs.pictures.gather(rows: [place])
      let level = radii[place] ?? largest
      // Where one level is enough, one less is the original.
      let levels = level > 1 ? [0, level - 1, level] : [0, level]
      let changed = levels.map { attack($0).attack(network, dog, labels: [dogs.target.label]) }
      page.measure(extreme.name, level)
      let kept = try figures.keep(Tensor.concatenated(changed), from: dog, as: extreme.name)
      return level > 1 ? kept : [kept[0], nil, kept[1]]
    }
    try page.figure(
      "one-picture",
      figures.grid(
        columns: [page.term("original"), page.term("not-quite"), page.term("just-enough")],
        headings: Extreme.allCases.map { page.term($0.name) },
        rows.map { row in
          row.map { attacked in
            attacked.map { figures.cell($0, heading: "ε = \($0.outcome.distance.levels)/255") }
          }
        }))
  }
}

/// The picture that takes the smallest change, and the one that takes the largest.
enum Extreme: String, CaseIterable, StudyKey {
  case easiest, hardest
}

extension AttackSet {
  /// The smallest ε in 255ths at which an attack reaches the target, for each picture of each seed; nil where it does not
  /// even at the largest.
  func smallestRadii(_ attack: ProjectedGradient, on network: Network, upTo largest: Int) -> [[Int?]] {
    ofEachSeed(
      parts.flatMap { attack.smallestRadii(network, $0.pictures, labels: $0.targetLabels, upTo: largest) })
  }
}
