import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

/// The cells about what is left of an attack in a file, and how small it can be.
extension AdversarialCatCells {
  // cell: saved
  func saved(_ page: Page) throws {
    let few = kennel.first(10)
    var unaware = attack(8)
    unaware.staysOnLattice = false
    let change = unaware.attack(network, few.dogs, labels: few.cats) - few.dogs
    let barely = network.shortest(change, of: few.dogs, to: few.cats) { $0 }

    let rates = try Saving.allCases.map { saving in
      let made = saving == .lattice ? network.shortest(change, of: few.dogs, to: few.cats, settled: saving.of) : barely
      let read = saving == .float ? made : try page.kept(saving.of(made), as: "\(saving)")
      let rates = few.shares(of: read, by: network, reaching: .target(cat.label))
      page.measure("\(saving)", values: rates, as: .percent)
      return rates
    }

    unaware.radius = 0.01
    let rounded = Saving.rounded.of(unaware.attack(network, few.dogs, labels: few.cats))
    page.measure("count", few.cats.count)
    page.measure("bound.rounded", (rounded - few.dogs).abs().values.max() ?? 0, as: .number(digits: 4))
    try AdversarialCatFigures(page: page, cells: self).saved(rates)
  }

  // cell: smallest
  func smallest(_ page: Page) throws {
    let found = page.progress(Phrase(en: "Networks", id: "Jaringan"), over: [network, twin]).map {
      attack(1).smallestRadii($0, kennel.dogs, labels: kennel.cats, upTo: 12)
    }
    smallestRadii = found[0]

    for (name, radii) in zip(["plain", "twin"], found) {
      let sorted = radii.map { $0 ?? 13 }.sorted()
      page.measure("\(name).median", sorted[sorted.count / 2])
      page.measure("\(name).failures", radii.count { $0 == nil })
    }
    try AdversarialCatFigures(page: page, cells: self).smallest(found, upTo: 12)
  }

  // cell: one-picture
  func onePicture(_ page: Page) throws {
    let order = smallestRadii.indices.sorted { (smallestRadii[$0] ?? 13, $0) < (smallestRadii[$1] ?? 13, $1) }
    let rows = try [("easiest", order[0]), ("hardest", order[order.count - 1])].map { name, place in
      let dog = kennel.dogs.gather(rows: [place])
      let level = smallestRadii[place] ?? 12
      page.measure(name, level)
      let pictures = [0, level - 1, level].map { attack(Float($0)).attack(network, dog, labels: [cat.label]) }
      return try pictures.enumerated().map { step, picture in
        try exhibit(picture, from: dog, as: "\(name)-\(step)", on: page)
      }
    }
    try AdversarialCatFigures(page: page, cells: self).onePicture(rows)
  }
}
