import Autograd
import Datasets
import Experiments
import ModelZoo
import Notebook

/// The cells that choose what is attacked.
extension AdversarialCatCells {
  // cell: dogs
  func dogs(_ page: Page) throws -> AttackSet {
    let (dog, cat) = (try ClassLabel("dog", of: network), try ClassLabel("cat", of: network))
    let (dogs, leftOut) = AttackSet.known(
      to: NetworkRole.allCases.map(network), dog, target: cat, count: 20, seeds: page.seeds)
    let figures = AttackFigures(page, self, dogs)
    let shown = try figures.keep(dogs.firsts(3), as: "dog")

    page.measure("count", dogs.ownLabels.count)
    page.measure("left-out", leftOut)
    page.measure("probability", shown[0].probability(of: dog), as: .percent)
    page.measure("cat", shown[0].probability(of: cat), as: .percent(digits: 2))
    try page.figure("dogs", figures.grid([shown.map { figures.cell($0) }]))
    return dogs
  }

  // cell: material
  func material(_ page: Page) throws {
    try material.show(on: page)
  }

  // cell: choice
  func choice(_ page: Page) throws -> AttackSet {
    let choice = try AttackChoice(of: material, atMost: 50)
    let perSeed = material.budget.first(of: [10, 5, 3, 2]) { 1_400 * $0 }
    let set = AttackSet(drawnFrom: choice, count: perSeed, seeds: page.seeds)
    let figures = AttackFigures(page, self, set)
    let used = choice.pictures.shape[0]
    let shown = try figures.keep(choice.pictures.gather(rows: Array(0..<min(3, used))), as: "picture")

    page.measure("own", called: material.name(choice.own.name))
    page.measure("target", called: material.name(choice.target.name))
    page.measure("asked", choice.asked)
    page.measure("known", choice.known)
    page.measure("right", used)
    page.measure("per-seed", set.count)
    page.measure("own.probability", shown[0].probability(of: set.own), as: .percent)
    page.measure("target.probability", shown[0].probability(of: set.target), as: .percent(digits: 2))
    try page.figure("choice", figures.grid([shown.map { figures.cell($0) }]))
    return set
  }
}
