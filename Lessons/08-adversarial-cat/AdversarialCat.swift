import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

extension Lesson {
  /// How little a picture must change until a network takes a dog for a cat, and what helps against it.
  public static let adversarialCat = Lesson(
    id: "adversarial-cat", number: 8,
    title: Phrase(en: "A dog that the network takes for a cat", id: "Anjing yang disangka kucing"),
    summary: Phrase(
      en: "how little a picture must change to fool a network, and what helps against it",
      id: "betapa sedikit gambar harus berubah untuk mengelabui jaringan, dan apa penangkalnya"),
    file: #filePath
  ) {
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
  private var kennel = Kennel()
  /// What became of them within 8/255, as it was read back from the files.
  private var attacked = Tensor([], shape: [0, 64, 64, 3])
  /// The smallest ε for each dog on the plain network, in 255ths.
  private var smallestRadii: [Int?] = []

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
    let pictures = kennel.first(1).dogs.entries([0, 1])
    let gradient = pictures.gradient { crossEntropy(network($0), [cat.label, cat.label]) }
    let moved = (pictures - epsilon * gradient.signs).clamped(to: 0...1)

    var random = RandomSource(seed: page.seed)
    let noise = Tensor.normal(shape: pictures.shape, random: &random)
    let shaken = (pictures + epsilon * noise.signs).clamped(to: 0...1)

    let rows = try (0..<2).map { row in
      try [("original", pictures), ("random", shaken), ("one-step", moved)].map { name, changed in
        try exhibit(changed.entries([row]), from: pictures.entries([row]), as: "\(name)-\(row + 1)", on: page)
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
      network(pictures).picking(kennel.cats) - network(pictures).picking(kennel.own)
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
      PictureDistance(from: kennel.dogs.entries([place]), to: attacked.entries([place]))
    }
    let largest = kennel.largest(distances.map { Float($0.levels) })
    page.measure("largest", largest.max() ?? 0, as: .count)
    page.measure("noise-ratio", values: kennel.means(distances.map(\.peakSignalToNoise)), as: .number(digits: 1))
    page.measure("similarity", values: kennel.means(distances.map(\.structuralSimilarity)), as: .number(digits: 3))
    let cats = kennel.shares(of: attacked, by: network, reaching: .target(cat.label))
    page.claim("bound", AdversarialCatClaims.bound, values: largest, .atMost(8), as: .count)
    page.claim("eight", AdversarialCatClaims.eight, values: cats, .atLeast(0.9), as: .percent)

    let rows = try (0..<3).map { seed in
      let dog = kennel.dog(ofSeed: seed)
      return try [dog, attacked.entries([seed * kennel.count])].enumerated().map { step, picture in
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
    page.claim("random", AdversarialCatClaims.random, values: flipped, .atMost(0.05), as: .percent)
    page.claim(
      "many-beat-one", AdversarialCatClaims.many, values: lead(of: 3, over: 1, rates), .atLeast(0), as: .percent)
    page.claim(
      "one-beats-chance", AdversarialCatClaims.one, values: lead(of: 1, over: 0, rates), .atLeast(0), as: .percent)
    try AdversarialCatFigures(page: page, cells: self).epsilon(levels, rates)
  }

  /// By how much one way is ahead of another where it is least so, one value a seed; `rates[ε][way][seed]`.
  private func lead(of way: Int, over other: Int, _ rates: [[[Float]]]) -> [Float] {
    (0..<kennel.seeds).map { seed in rates.dropFirst().map { $0[way][seed] - $0[other][seed] }.min() ?? 0 }
  }

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
      let dog = kennel.dogs.entries([place])
      let level = smallestRadii[place] ?? 12
      page.measure(name, level)
      let pictures = [0, level - 1, level].map { attack(Float($0)).attack(network, dog, labels: [cat.label]) }
      return try pictures.enumerated().map { step, picture in
        try exhibit(picture, from: dog, as: "\(name)-\(step)", on: page)
      }
    }
    try AdversarialCatFigures(page: page, cells: self).onePicture(rows)
  }

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
      FineTuning(epochs: 8).train(tuned, on: few)
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
          let test = Menagerie(seed: UInt16(seed)).testSet(count: 16)
          return network.accuracy(on: test, under: attack)
        }
      }
    }

    for (radius, accuracies) in zip(["0", "0.5", "1", "2", "3"], accuracies) {
      page.measure("plain.\(radius)", values: accuracies[0], as: .percent)
      page.measure("robust.\(radius)", values: accuracies[1], as: .percent)
    }
    page.claim("twin", AdversarialCatClaims.twin, values: accuracies[2][1], .atLeast(0.8), as: .percent)
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
    let dog = kennel.dogs.entries([0])
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
