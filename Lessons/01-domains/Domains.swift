import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import Notebook
import TransferLearning

extension CourseLesson {
  /// What changes when the data changes.
  public static let domains = CourseLesson { _ in
    let cells = try DomainsCells()
    return [
      Cell("narrow", cells.narrow), Cell("drinks", cells.drinks), Cell("styles", cells.styles),
      Cell("pairs", cells.pairs), Cell("plane", cells.plane), Cell("distances", cells.distances),
      Cell("accuracy", cells.accuracy),
    ]
  }
}

/// The cells of the lesson; what one finds, the next ones use.
final class DomainsCells {
  let network: Network
  let worlds: StyledWorlds

  init() throws {
    network = try Catalogue.network("mini-vgg")
    worlds = StyledWorlds(network)
  }

  // cell: narrow
  func narrow(_ page: Page) throws {
    let things = ClassificationTask(
      id: "ten-things",
      classes: [.car, .mug, .flower, .cat, .owl, .frog, .fish, .horse, .butterfly, .elephant].map { .init($0) })
    var (read, named, best): ([Float], [Float], [Float]) = ([], [], [])
    for seed in page.progress(Phrase(en: "Networks", id: "Jaringan"), over: page.seeds) {
      let reader = try DigitReader(seed: seed)
      let test = Menagerie(.digits).testSet(count: 500, size: DigitReader.size)
      read.append(share(of: reader.digits(in: test), equalTo: test.labels))

      // Each digit is given the name of one of ten things, by lot or by what it is seen in most often.
      let pictures = Menagerie(things).testSet(count: 500, size: DigitReader.size)
      let digits = reader.digits(in: pictures)
      var random = RandomSource(seed: seed)
      let lot = random.permutation(10)
      named.append(share(of: digits.map { lot[$0] }, equalTo: pictures.labels))

      let labelled = Menagerie(things).trainingSet(count: 500, size: DigitReader.size)
      let names = mostFrequentLabels(of: reader.digits(in: labelled), labelled.labels)
      best.append(share(of: digits.map { names[$0] }, equalTo: pictures.labels))
      if seed == page.seed { try DomainsFigures(page: page).narrow(reader, pictures) }
    }
    page.measure("digits", values: read, as: .percent)
    page.measure("best", values: best, as: .percent)
    page.claim("narrow", named, .between(0.05, 0.15), as: .percent)
  }

  /// The share of places at which two lists agree.
  func share(of guesses: [Int], equalTo labels: [Int]) -> Float {
    Float(zip(guesses, labels).count { $0 == $1 }) / Float(labels.count)
  }

  /// For each digit the label that it goes with most often.
  func mostFrequentLabels(of digits: [Int], _ labels: [Int]) -> [Int] {
    (0..<10).map { digit in
      let counts = (0..<10).map { label in zip(digits, labels).count { $0 == digit && $1 == label } }
      return counts.firstIndex(of: counts.max() ?? 0) ?? 0
    }
  }

  // cell: drinks
  func drinks(_ page: Page) throws {
    let menu = ClassificationTask.drinks.classNames
    let served = (0..<1_800).map { Menagerie(.drinks).testExample($0) }
    for (label, name) in menu.enumerated() {
      let share = Float(served.count { $0.label == label }) / Float(served.count)
      page.measure("share.\(name.english)", share, as: .percent)
    }

    // P(y | x) for drinks of about one brightness: of all that lie in a tenth of the scale, the share of each.
    let tenths = (1..<8).map { tenth in served.filter { Int($0.scene.brightnessOfDrink * 10) == tenth } }
    let counts = tenths.map { drinks in menu.indices.map { label in Float(drinks.count { $0.label == label }) } }
    let shares = counts.map { tenth in tenth.map { $0 / tenth.reduce(0, +) } }
    let (tea, coffee) = (counts[0][0], counts[0][2])
    page.measure("dark.tea", tea / (tea + coffee), as: .percent)
    page.measure("dark.coffee", coffee / (tea + coffee), as: .percent)
    page.measure("teahouse.tea", 5 * tea / (5 * tea + coffee), as: .percent)
    try DomainsFigures(page: page).drinks(served)
    try DomainsFigures(page: page).brightness(shares, of: menu)
  }

  // cell: styles
  func styles(_ page: Page) throws {
    let scenes = [0, 13, 15].map { Menagerie().testScenes(of: $0, count: 2)[1] }
    try DomainsFigures(page: page).styles(scenes)
  }

  // cell: pairs
  func pairs(_ page: Page) throws {
    var right: [Float] = []
    var control: [Float] = []
    for seed in page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds) {
      var random = RandomSource(seed: seed)
      let pairs = DomainPair.all(seed: seed)
      let comparisons = pairs.map { pair in
        DomainComparison(source: worlds.domain(pair.source), target: worlds.domain(pair.target), random: &random)
      }
      right.append(Float(zip(pairs, comparisons).count { $0.truth == $1.conditions }) / Float(pairs.count))
      control.append(comparisons[3].appearance?.pValue ?? 0)
      if seed == page.seed { try show(pairs, comparisons, on: page) }
    }
    page.claim("checker", right, .atLeast(1), as: .percent(digits: 0))
    page.claim("control", control, .atLeast(0.05), as: .number)
  }

  // cell: plane
  func plane(_ page: Page) throws {
    let styled = Style.allCases.map { StyledWorlds.world($0, seed: page.seed) }
    let layers = [
      ("shallow", styled.map(worlds.shallowFeatures)), ("deep", styled.map { worlds.domain($0).features }),
    ]
    for (layer, features) in layers {
      let plane = PrincipalComponents(of: Tensor.concatenated(features), count: 2)
      page.measure(layer, plane.explainedShare, as: .percent(digits: 0))
      try DomainsFigures(page: page).plane(of: layer, features.map { plane($0) })
    }
  }

  // cell: distances
  func distances(_ page: Page) throws {
    let measured = page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      var random = RandomSource(seed: seed)
      return StylePair.all.map { pair in
        DomainDistances(
          source: worlds.domain(pair.source, seed: seed),
          target: worlds.domain(pair.target, seed: seed, sample: pair.isControl ? 1 : 0), random: &random)
      }
    }
    // The same test, but with samples that are dealt without regard to their classes.
    let mixed = page.seeds.map { seed in
      var random = RandomSource(seed: seed)
      let (photos, paintings) = (worlds.domain(.photo, seed: seed), worlds.domain(.painting, seed: seed))
      return DiscrepancyTest(source: photos.features, target: paintings.features, random: &random).pValue
    }
    page.measure("mixed", values: mixed, as: .number)
    try show(measured, on: page)
  }

  // cell: accuracy
  func accuracy(_ page: Page) throws {
    let shifts = page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      let photos = worlds.domain(.photo, seed: seed)
      return StyledWorlds.looks.map { look in
        let target = worlds.domain(look, seed: seed)
        let distance = maximumMeanDiscrepancy(source: photos.features, target: target.features)
        return Shift(look: look, distance: distance.item, accuracy: worlds.accuracy(on: target))
      }
    }
    let correlations = zip(page.seeds, shifts).map { seed, shifts in
      var random = RandomSource(seed: seed)
      return RankCorrelation(shifts.map(\.distance), shifts.map(\.accuracy), random: &random)
    }
    let coefficients = correlations.map(\.coefficient)
    page.claim("farther", coefficients, .atMost(-0.5), as: .number)
    page.claim("interval", correlations.map(\.interval.upperBound), .atMost(0), as: .number)
    try show(shifts, photos: page.seeds.map { worlds.accuracy(on: worlds.domain(.photo, seed: $0)) }, on: page)
  }
}
