import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import Notebook
import TransferLearning

extension CourseLesson {
  /// What changes when the data changes.
  public static let domains = CourseLesson { _ in
    let cells = DomainsCells(domains: StyleDomains(seenBy: try Catalogue.network("mini-vgg")))
    return [
      Cell("narrow", cells.narrow), Cell("drinks", cells.drinks), Cell("styles", cells.styles),
      Cell("pairs", keys: DomainPair.allCases, cells.pairs), Cell("plane", keys: FeatureDepth.allCases, cells.plane),
      Cell("distances", keys: DistanceMeasure.allCases, cells.distances),
      Cell("accuracy", keys: Style.allCases, cells.accuracy),
    ]
  }
}

/// The cells of the lesson.
struct DomainsCells {
  let domains: StyleDomains

  // cell: narrow
  func narrow(_ page: Page) throws {
    let tenThings = ClassificationTask(
      id: "ten-things",
      classes: [.car, .mug, .flower, .cat, .owl, .frog, .fish, .horse, .butterfly, .elephant].map { .init($0) })
    let readers = try page.progress("networks", over: page.seeds).map { try DigitReader(seed: $0) }
    let digits = Menagerie(.digits).testSet(count: 500, size: DigitReader.size)
    let things = Menagerie(tenThings).testSet(count: 500, size: DigitReader.size)
    let labelled = Menagerie(tenThings).trainingSet(count: 500, size: DigitReader.size)

    // Each digit is given the name of one of ten things, by lot or by what it is seen in most often.
    let byLot = zip(page.seeds, readers).map { seed, reader in
      var random = RandomSource(seed: seed)
      return reader.accuracy(on: things, renaming: random.permutation(10))
    }
    let best = readers.map { $0.accuracy(on: things, renaming: $0.mostFrequentLabels(in: labelled)) }
    page.measure("digits", values: readers.map { $0.accuracy(on: digits) }, as: .percent)
    page.measure("best", values: best, as: .percent)
    page.claim("narrow", byLot, .atMost(0.15), as: .percent)

    let shown = things.labels.indices.filter { things.labels[$0] == 0 }.prefix(6)
    let cars = try shown.map { try page.picture("car-\($0)", things[$0]) }
    let readings = readers[0].readings(of: cars)
    page.measure("read", Phrase(readings.map { "\($0.digit)" }.joined(separator: ", ")))
    try page.figure("narrow", grid(of: cars, readings, page))
  }

  // cell: drinks
  func drinks(_ page: Page) throws {
    let served = (0..<1_800).map { Menagerie(.drinks).testScene($0) }
    page.measure("share.tea", served.share { $0.category == .tea }, as: .percent)
    page.measure("share.juice", served.share { $0.category == .juice }, as: .percent)
    page.measure("share.coffee", served.share { $0.category == .coffee }, as: .percent)
    try page.figure("drinks", pictures(of: served, page))

    // P(y | x) for drinks of about one brightness: of all that lie in a tenth of the scale, the share of each.
    let tenths = Dictionary(grouping: served) { Int($0.brightnessOfDrink * 10) }
    let darkest = tenths[1, default: []].filter { [.tea, .coffee].contains($0.category) }
    let (tea, coffee) = (darkest.share { $0.category == .tea }, darkest.share { $0.category == .coffee })
    page.measure("dark.tea", tea, as: .percent)
    page.measure("dark.coffee", coffee, as: .percent)
    page.measure("teahouse.tea", 5 * tea / (5 * tea + coffee), as: .percent)
    try page.figure("brightness", shares(in: tenths, page))
  }

  // cell: styles
  func styles(_ page: Page) throws {
    let scenes = [0, 13, 15].map { Menagerie().testScenes(of: $0, count: 2)[1] }
    let grid = PictureGrid(
      columnHeadings: Style.allCases.map { $0.label(page.term) },
      rows: scenes.map { scene in Style.allCases.map { scene.cell(size: 136, style: $0) } }, factor: 1)
    page.measure("scenes", Phrase { language in scenes.map { Phrase($0.caption)(language) }.joined(separator: "; ") })
    try page.figure("styles", grid)
  }

  // cell: pairs
  func pairs(_ page: Page) throws {
    let comparisons = page.study(DomainPair.allCases) { pair, seed, random in
      let (source, target) = pair.worlds(seed: seed)
      return DomainComparison(source: domains.domain(source), target: domains.domain(target), random: &random)
    }
    let right = comparisons.perSeed { _, comparison in
      DomainPair.allCases.share { comparison($0).conditions == $0.conditions }
    }
    for pair in DomainPair.allCases {
      let comparison = comparisons.first(pair)
      page.measure("\(pair.name).x", comparison.spaceEvidence)
      page.measure("\(pair.name).y", comparison.classEvidence)
      page.measure("\(pair.name).p", comparison.distributionEvidence)
      page.measure("\(pair.name).verdict", comparison.verdict)
    }
    let controls = comparisons.values(of: .control) { $0.appearance?.pValue ?? 0 }
    page.claim("checker", ofEach: right, .atLeast(1), as: .percent(digits: 0))
    page.claim("control", ofEach: controls, .atLeast(0.01), as: .number)
    try page.figure("pairs", pictures(of: comparisons, page))
  }

  // cell: plane
  func plane(_ page: Page) throws {
    let planes = page.study(FeatureDepth.allCases) { depth, seed in
      StylePlane(Style.allCases.map { ($0, domains.features(of: $0, at: depth, seed: seed)) })
    }

    page.report("styles", of: planes, as: .percent(digits: 0), \.shareOfStyles)
    page.claim(
      "styles-fade", planes.gain(of: .shallow, over: .deep, \.shareOfStyles), .moreThan(0), as: .percent(digits: 0))
    for depth in planes.keys {
      let plane = planes.first(depth)
      page.measure("\(depth.name)", plane.components.explainedShare, as: .percent(digits: 0))
      page.measure("\(depth.name).lowest", Phrase(plane.ends.lowest.name as ClassName))
      page.measure("\(depth.name).highest", Phrase(plane.ends.highest.name as ClassName))
      try page.figure("plane-\(depth.name)", points(plane.points, page))
    }
  }

  // cell: distances
  func distances(_ page: Page) throws {
    // Photos and other photos as a control, then every two styles.
    let control = KeyPair(Style.photo, Style.photo)
    let pairs = [control] + Style.allCases.flatMap { a in Style.allCases.prefix { $0 != a }.map { KeyPair(a, $0) } }
    let distances = page.study(pairs) { pair, seed, random in
      DomainDistances(
        source: domains.domain(pair.column, seed: seed),
        target: domains.domain(pair.row, seed: seed, sample: pair == control ? 1 : 0), random: &random)
    }
    let fromPhotos = distances.column(.photo)
    // For each seed, the share of the three measures by which both far styles are farther from photos than both near ones.
    let ordered = fromPhotos.perSeed { _, distances in
      DistanceMeasure.allCases.share { measure in
        let far = [.sketch, .night].map { measure.value(distances($0)) }
        let near = [.painting, .grayscale].map { measure.value(distances($0)) }
        return far.range.lowerBound > near.range.upperBound
      }
    }
    // The same test, but with samples that are dealt without regard to their classes.
    let mixed = page.seeds.map { seed in
      var random = RandomSource(seed: seed)
      let (photos, paintings) = (domains.domain(.photo, seed: seed), domains.domain(.painting, seed: seed))
      return DiscrepancyTest(source: photos.features, target: paintings.features, random: &random).pValue
    }
    let painted = fromPhotos.values(of: .painting, \.discrepancy.pValue)
    let grey = fromPhotos.values(of: .grayscale, \.discrepancy.pValue)
    page.measure("mixed", values: mixed, as: .number)
    page.measure("within", painted.range.upperBound, as: .number(digits: 3))
    page.measure("grey", grey.range, as: .number(digits: 3))
    page.measure("probe.control", values: distances.values(of: control, \.classifier.distance), as: .number)
    page.measure("probe.grey", values: fromPhotos.values(of: .grayscale, \.classifier.distance), as: .number)
    page.claim("order", ofEach: ordered, .atLeast(1), as: .percent(digits: 0))
    for measure in DistanceMeasure.allCases {
      let farthest = distances.best(by: measure.value)
      page.measure("\(measure.name).photos", distances.mean(of: control, measure.value), as: measure.format)
      page.measure("\(measure.name).largest", distances.mean(of: farthest, measure.value), as: measure.format)
      page.measure("\(measure.name).source", Phrase(farthest.column.name as ClassName))
      page.measure("\(measure.name).target", Phrase(farthest.row.name as ClassName))
      try page.figure("\(measure.name)", table(of: measure, distances, page))
    }
  }

  // cell: accuracy
  func accuracy(_ page: Page) throws {
    let others = Style.allCases.filter { $0 != .photo }
    let shifts = page.study([25, 50, 75, 100], by: others) { percent, style, seed in
      let photos = domains.domain(.photo, seed: seed)
      let target = domains.domain(style, seed: seed, percent: percent)
      let distance = maximumMeanDiscrepancy(source: photos.features, target: target.features)
      return DomainShift(distance: distance.item, accuracy: domains.accuracy(on: target))
    }
    let correlations = shifts.perSeed { seed, shift in
      var random = RandomSource(seed: seed)
      return RankCorrelation(
        shifts.keys.map { shift($0).distance }, shifts.keys.map { shift($0).accuracy }, random: &random)
    }
    let whole = page.study(Style.allCases) { style, seed in domains.accuracy(on: domains.domain(style, seed: seed)) }

    func accuracies(_ percent: Int) -> Phrase {
      .list(
        others.map { style in
          let mean = Phrase(shifts.mean(of: KeyPair(percent, style), \.accuracy), as: .percent)
          return Phrase { "\(Phrase(style.name as ClassName)($0)) \(mean($0))" }
        })
    }
    page.report(of: whole, as: .percent)
    page.measure("quarter", accuracies(25))
    page.measure("all", accuracies(100))
    page.claim("farther", correlations.map(\.coefficient), .atMost(-0.5), as: .number)
    page.claim("interval", correlations.map(\.interval.upperBound), .atMost(0), as: .number)
    let share = Axis.percent(page.term("named-rightly"), range: 0...1)
    try page.figure("accuracies", whole.bars(share, format: .percent(decimals: 1)) { $0 })
    try page.figure("farther", lines(of: shifts, photos: whole.mean(of: .photo), page))
  }
}
