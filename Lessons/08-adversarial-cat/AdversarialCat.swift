import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

extension CourseLesson {
  /// How little a picture must change until a network takes a dog for a cat, and what helps against it.
  public static let adversarialCat = CourseLesson { material in
    if let material {
      let cells = try AdversarialCatOnOwnPictures(material)
      return [
        Cell("material", cells.material), Cell("quarry", cells.quarry), Cell("one-step", cells.oneStep),
        Cell("levels", cells.levels), Cell("steps", cells.steps), Cell("smallest", cells.smallest),
      ]
    }
    let cells = try AdversarialCatCells()
    return [
      Cell("dogs", cells.dogs), Cell("gradient", cells.gradient), Cell("one-step", cells.oneStep),
      Cell("why", cells.why), Cell("steps", cells.steps), Cell("epsilon", cells.epsilon),
      Cell("saved", cells.saved), Cell("smallest", cells.smallest), Cell("one-picture", cells.onePicture),
      Cell("transfer", cells.transfer), Cell("shared-base", cells.sharedBase), Cell("defences", cells.defences),
      Cell("twin", cells.robustTwin), Cell("large", cells.large), Cell("wrong-scale", cells.wrongScale),
      Cell("wrong-epsilon", cells.wrongEpsilon), Cell("no-bound", cells.noBound), Cell("stretched", cells.stretched),
      Cell("loosely", cells.loosely),
    ]
  }
}

/// The cells of the lesson; what one finds, the next ones use.
final class AdversarialCatCells {
  let network, twin, judge, light: Network
  let dog, cat: Subject
  /// The dogs that are attacked, twenty a seed.
  var kennel = Kennel()
  /// What became of them within 8/255, as it was read back from the files.
  var attacked = Tensor([], shape: [0, 64, 64, 3])
  /// The smallest ε for each dog on the plain network, in 255ths.
  var smallestRadii: [Int?] = []

  init() throws {
    network = try Catalogue.network("mini-vgg")
    twin = try Catalogue.network("mini-vgg-robust")
    judge = try Catalogue.network("resnet20")
    light = try Catalogue.network("mobilenet_v2-0.35")
    dog = try Subject("dog", of: network)
    cat = try Subject("cat", of: network)
    for network in networks { network.freeze() }
  }

  var networks: [Network] { [network, twin, judge, light] }

  // cell: dogs
  func dogs(_ page: Page) throws {
    kennel = Kennel(of: dog, to: cat, count: 20, seeds: page.seeds, knownTo: networks)
    let shown = try (0..<3).map { try exhibit(kennel.dog(ofSeed: $0), as: "dog-\($0 + 1)", on: page) }

    page.measure("count", kennel.cats.count)
    page.measure("left-out", kennel.leftOut)
    page.measure("probability", shown[0].probability(of: dog), as: .percent)
    page.measure("cat", shown[0].probability(of: cat), as: .percent(digits: 2))
    try AdversarialCatFigures(page: page, cells: self).dogs(shown)
  }

  // cell: gradient
  func gradient(_ page: Page) throws {
    let picture = kennel.dog(ofSeed: 0)
    let gradient = picture.gradient { crossEntropy(network($0), [cat.label]) }

    page.measure("values", gradient.count)
    page.measure("largest", gradient.abs().values.max() ?? 0, as: .number)
    page.measure("mean", gradient.abs().mean().item, as: .number(digits: 4))
    try AdversarialCatFigures(page: page, cells: self).gradient(picture, gradient)
  }

  // cell: one-step
  func oneStep(_ page: Page) throws {
    let epsilon: Float = 8 / 255
    let pictures = kennel.first(1).dogs.gather(rows: [0, 1])
    let gradient = pictures.gradient { crossEntropy(network($0), [cat.label, cat.label]) }
    let moved = (pictures - epsilon * gradient.signs).clamped(to: 0...1)

    var random = RandomSource(seed: page.seed)
    let noise = Tensor.normal(shape: pictures.shape, random: &random)
    let shaken = (pictures + epsilon * noise.signs).clamped(to: 0...1)

    let rows = try (0..<2).map { row in
      try [("original", pictures), ("random", shaken), ("one-step", moved)].map { name, changed in
        try exhibit(changed.gather(rows: [row]), from: pictures.gather(rows: [row]), as: "\(name)-\(row + 1)", on: page)
      }
    }
    page.measure("dog", rows[0][2].probability(of: dog), as: .percent)
    page.measure("cat", rows[0][2].probability(of: cat), as: .percent)
    page.measure("random", rows[0][1].probability(of: dog), as: .percent)
    try AdversarialCatFigures(page: page, cells: self).oneStep(rows)
  }

  // cell: why
  func why(_ page: Page) throws {
    let epsilon: Float = 1 / 255
    func margin(_ pictures: Tensor) -> Tensor {
      network(pictures).gather(kennel.cats) - network(pictures).gather(kennel.own)
    }
    let before = margin(kennel.dogs)
    let gradient = kennel.dogs.gradient { margin($0).sum() }
    let pushes = epsilon * gradient * gradient.signs

    var random = RandomSource(seed: page.seed)
    let order = (0..<gradient.count / kennel.own.count).shuffled(using: &random)
    let noise = Tensor.normal(shape: gradient.shape, random: &random)
    let reaches = [12, 48, 192, 768, 3_072, 12_288].map { count in
      let chosen = Tensor(marking: order.prefix(count), shape: [1, 64, 64, 3])
      let moved = margin(kennel.dogs + epsilon * gradient.signs * chosen) - before
      let shaken = margin(kennel.dogs + epsilon * noise.signs * chosen) - before
      return Reach(
        count: count, foretold: kennel.means((pushes * chosen).sum(along: [1, 2, 3]).values),
        signs: kennel.means(moved.values), chance: kennel.means(shaken.abs().values))
    }

    let levels = -before / pushes.sum(along: [1, 2, 3])
    page.measure("levels", levels.values.median, as: .number(digits: 1))
    page.measure("margin", values: kennel.means((-before).values), as: .number(digits: 1))
    page.measure("few", values: reaches[0].signs, as: .number(digits: 4))
    page.measure("all", values: reaches[5].signs, as: .number(digits: 1))
    page.measure("foretold", values: reaches[5].foretold, as: .number(digits: 1))
    page.measure("chance", values: reaches[5].chance, as: .number)
    try AdversarialCatFigures(page: page, cells: self).why(reaches)
  }

  // cell: steps
  func steps(_ page: Page) throws {
    let attack = ProjectedGradient(
      radius: 8 / 255, steps: 10, norm: .maximum, isTargeted: true, momentum: 1, staysOnLattice: true,
      keepsBest: true)
    attacked = try page.kept(attack.attack(network, kennel.dogs, labels: kennel.cats), as: "attacked")

    let distances = kennel.cats.indices.map { place in
      PictureDistance(from: kennel.dogs.gather(rows: [place]), to: attacked.gather(rows: [place]))
    }
    let largest = kennel.largest(distances.map { Float($0.levels) })
    page.measure("largest", largest.max() ?? 0, as: .count)
    page.measure("noise-ratio", values: kennel.means(distances.map(\.peakSignalToNoise)), as: .number(digits: 1))
    page.measure("similarity", values: kennel.means(distances.map(\.structuralSimilarity)), as: .number(digits: 3))
    let cats = kennel.shares(of: attacked, by: network, reaching: .target(cat.label))
    page.claim("bound", largest, .atMost(8), as: .count)
    page.claim("eight", cats, .atLeast(0.9), as: .percent)

    let rows = try (0..<3).map { seed in
      let dog = kennel.dog(ofSeed: seed)
      return try [dog, attacked.gather(rows: [seed * kennel.count])].enumerated().map { step, picture in
        try exhibit(picture, from: dog, as: "step-\(seed + 1)-\(step)", on: page)
      }
    }
    try AdversarialCatFigures(page: page, cells: self).steps(rows)
  }

  /// The attack that the lesson comes to: ten steps with momentum, towards a target.
  func attack(_ levels: Float) -> ProjectedGradient {
    ProjectedGradient(
      radius: levels / 255, steps: 10, norm: .maximum, isTargeted: true, momentum: 1, staysOnLattice: true,
      keepsBest: true)
  }

  // cell: epsilon
  func epsilon(_ page: Page) throws {
    let levels: [Float] = [0, 1, 2, 4, 6, 8, 12, 16]
    let few = kennel.first(10)
    var random = RandomSource(seed: page.seed)
    let pictures = page.progress(Phrase("ε"), over: levels).map { level in
      let fast = ProjectedGradient.fastGradientSign(radius: level / 255, isTargeted: true, staysOnLattice: true)
      let iterated = ProjectedGradient(
        radius: level / 255, steps: 10, stepSize: level / 255 / 10, norm: .maximum, isTargeted: true,
        staysOnLattice: true)
      return [
        attack(level).randomChange(of: few.dogs, random: &random),
        fast.attack(network, few.dogs, labels: few.cats),
        iterated.attack(network, few.dogs, labels: few.cats),
        attack(level).attack(network, few.dogs, labels: few.cats),
      ]
    }
    let rates = pictures.map { ways in
      ways.map { few.shares(of: $0, by: network, reaching: .target(cat.label)) }
    }

    for (name, way) in [("random", 0), ("fast", 1), ("iterated", 2), ("momentum", 3)] {
      for (level, rates) in zip(levels, rates) {
        page.measure("\(name).\(Int(level))", values: rates[way], as: .percent)
      }
    }
    let flipped = few.shares(of: pictures[5][0], by: network, reaching: .anythingBut(dog.label))
    page.claim("random", flipped, .atMost(0.05), as: .percent)
    page.claim("many-beat-one", lead(of: 3, over: 1, rates), .atLeast(0), as: .percent)
    page.claim("one-beats-chance", lead(of: 1, over: 0, rates), .atLeast(0), as: .percent)
    try AdversarialCatFigures(page: page, cells: self).epsilon(levels, rates)
  }

  /// By how much one way is ahead of another where it is least so, one value a seed; `rates[ε][way][seed]`.
  private func lead(of way: Int, over other: Int, _ rates: [[[Float]]]) -> [Float] {
    (0..<kennel.seeds).map { seed in rates.dropFirst().map { $0[way][seed] - $0[other][seed] }.min() ?? 0 }
  }
}
