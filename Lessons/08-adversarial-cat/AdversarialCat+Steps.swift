import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells about the attack itself: the gradient, one step, many steps, and how large they have to be.
extension AdversarialCatCells {
  // cell: gradient
  func gradient(_ page: Page, _ dogs: AttackSet) throws {
    let picture = dogs.firsts(1)
    let gradient = picture.gradient { crossEntropy(network($0), [dogs.target.label]) }

    // For show: as large as it takes until one value in a hundred is beyond black or white.
    let sizes = gradient.abs().values.sorted()
    let power = 0.5 / sizes[sizes.count * 99 / 100]
    let factor = power > 10 ? (power / 10).rounded() * 10 : power.rounded()

    page.measure("values", gradient.count)
    page.measure("largest", gradient.abs().values.max() ?? 0, as: .number)
    page.measure("mean", gradient.abs().mean().item, as: .number(digits: 4))
    page.measure("factor", factor, as: .number(digits: 0))
    try page.figure("gradient", AttackFigures(page, self, dogs).gradient(picture, gradient, times: factor))
  }

  // cell: one-step
  func oneStep(_ page: Page, _ set: AttackSet) throws {
    let epsilon: Float = 8 / 255
    let pictures = set.firsts(2)
    let gradient = pictures.gradient { crossEntropy(network($0), [set.target.label, set.target.label]) }
    let moved = (pictures - epsilon * gradient.signs).clamped(to: 0...1)

    var random = RandomSource(seed: page.seed)
    let noise = Tensor.normal(shape: pictures.shape, random: &random)
    let shaken = (pictures + epsilon * noise.signs).clamped(to: 0...1)

    let figures = AttackFigures(page, self, set)
    let originals = try figures.keep(pictures, as: "original")
    let byChance = try figures.keep(shaken, from: pictures, as: "random")
    let inOneStep = try figures.keep(moved, from: pictures, as: "one-step")
    page.measure("values", pictures.count / 2)
    page.measure("random", byChance[0].probability(of: set.own), as: .percent)
    page.measure("own", inOneStep[0].probability(of: set.own), as: .percent)
    page.measure("target", inOneStep[0].probability(of: set.target), as: .percent)
    try page.figure(
      "one-step",
      figures.grid(
        columns: [page.term("original"), page.term("random-8"), page.term("one-step-8")],
        originals.indices.map { row in [originals, byChance, inOneStep].map { figures.cell($0[row]) } }))
  }

  // cell: why
  func why(_ page: Page, _ dogs: AttackSet) throws {
    let epsilon: Float = 1 / 255
    func margin(_ pictures: Tensor) -> Tensor {
      network(pictures).gather(dogs.targetLabels) - network(pictures).gather(dogs.ownLabels)
    }
    let before = margin(dogs.pictures)
    let gradient = dogs.pictures.gradient { margin($0).sum() }
    let pushes = epsilon * gradient * gradient.signs

    var random = RandomSource(seed: page.seed)
    let order = (0..<dogs.firsts(1).count).shuffled(using: &random)
    let noise = Tensor.normal(shape: gradient.shape, random: &random)
    let study = page.study([12, 48, 192, 768, 3_072, 12_288]) { count in
      let chosen = Tensor(marking: order.prefix(count), shape: dogs.firsts(1).shape)
      let moved = margin(dogs.pictures + epsilon * gradient.signs * chosen) - before
      let shaken = margin(dogs.pictures + epsilon * noise.signs * chosen) - before
      let foretold = dogs.means((pushes * chosen).sum(along: [1, 2, 3]).values)
      return zip(foretold, zip(dogs.means(moved.values), dogs.means(shaken.abs().values))).map {
        LinearityMeasurement(foretold: $0, signs: $1.0, chance: $1.1)
      }
    }

    let levels = -before / pushes.sum(along: [1, 2, 3])
    page.measure("levels", levels.values.median, as: .number(digits: 1))
    page.measure("margin", values: dogs.means((-before).values), as: .number(digits: 1))
    page.measure("few", values: study.values(of: 12, \.signs), as: .number(digits: 4))
    page.measure("all", values: study.values(of: 12_288, \.signs), as: .number(digits: 1))
    page.measure("foretold", values: study.values(of: 12_288, \.foretold), as: .number(digits: 1))
    page.measure("chance", values: study.values(of: 12_288, \.chance), as: .number)
    try page.figure("why", AttackFigures(page, self, dogs).linearity(study))
  }

  // cell: steps
  func steps(_ page: Page, _ set: AttackSet) throws -> Tensor {
    let attack = ProjectedGradient(
      radius: 8 / 255, steps: 10, norm: .maximum, isTargeted: true, momentum: 1, staysOnLattice: true,
      keepsBest: true)
    let attacked = try page.kept(
      set.changed { attack.attack(network, $0.pictures, labels: $0.targetLabels) }, as: "attacked")

    let rates = set.successRates(of: attacked, by: network)
    let distances = set.distances(to: attacked)
    let largest = distances.map { $0.map { Float($0.levels) }.max() ?? 0 }
    page.measure("largest", largest.max() ?? 0, as: .count)
    page.measure("noise-ratio", values: distances.map { $0.map(\.peakSignalToNoise).mean }, as: .number(digits: 1))
    page.measure("similarity", values: distances.map { $0.map(\.structuralSimilarity).mean }, as: .number(digits: 3))
    page.claim("bound", ofEach: largest, .atMost(8), as: .count)
    page.claim("eight", rates.map(\.targeted), .atLeast(0.9), as: .percent)

    let figures = AttackFigures(page, self, set)
    let before = try figures.keep(set.firsts(3), as: "before")
    let firsts = attacked.gather(rows: (0..<3).map { $0 * set.count })
    let after = try figures.keep(firsts, from: set.firsts(3), as: "after")
    try page.figure(
      "steps",
      figures.grid(
        columns: [page.term("original"), page.term("change-16"), page.term("result")],
        zip(before, after).map { before, after in
          [figures.cell(before), figures.change(after, from: before, times: 16), figures.cell(after)]
        }))
    return attacked
  }

  // cell: epsilon
  func epsilon(_ page: Page, _ all: AttackSet) throws {
    let set = all.first(10)
    var random = RandomSource(seed: page.seed)
    let study = page.study(plan.methods, by: plan.levels) { method, level in
      set.successRates(of: method.change(set, on: network, within: level, random: &random), by: network)
    }

    // The mean over all ε: the smallest of several uncertain differences would lie below each of them by chance alone.
    let changed = study.restricted(to: study.keys.filter { $0.column > 0 }).rowMeans(\.targeted)
    page.report(of: study, as: .percent, \.targeted)
    page.claim("random", study[.random, 8].map(\.untargeted), .atMost(plan.turnedByChance), as: .percent)
    page.claim("many-beat-one", changed.gain(of: .momentum, over: .fast), .moreThan(0), as: .percent)
    page.claim("one-beats-chance", changed.gain(of: .fast, over: .random), .moreThan(0), as: .percent)
    try page.figure("epsilon", AttackFigures(page, self, set).panels(study))
  }
}
