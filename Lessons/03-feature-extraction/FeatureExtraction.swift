import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

extension CourseLesson {
  /// A frozen network as feature extractor, and the light classifiers that learn from what it gives.
  public static let featureExtraction = CourseLesson { own in
    let cells = try FeatureExtractionCells(LessonMaterial(own, task: .farm))
    let freeze = ResultCell("freeze", keys: Representation.allCases, finding: cells.freeze)
    let heads = ResultCell("heads", keys: Head.allCases, needing: freeze, finding: cells.heads)
    return [
      Cell("material", measured: LessonMaterial.shown, cells.showMaterial),
      Cell("as-is", measured: farmAnswers, cells.asIs), freeze,
      Cell("neighbours", keys: Representation.allCases, needing: freeze, do: cells.neighbours),
      Cell("cached", keys: HeadTraining.allCases, cells.cached),
      Cell(
        "pictures-per-class", keys: Representation.allCases + [1, 5, 20, 100], needing: freeze,
        do: cells.picturesPerClass),
      Cell("controls", keys: Representation.allCases, needing: freeze, do: cells.controls),
      heads, Cell("hand-made", keys: Head.allCases, needing: freeze, heads, do: cells.handMade),
      Cell("wrong-pictures", needing: freeze, do: cells.wrongPictures),
      Cell("training-pictures", cells.trainingPictures),
    ]
  }
}

/// The cells of the lesson, on the farm and `mini-vgg` or on what a reader brings.
struct FeatureExtractionCells {
  let material: LessonMaterial
  var network: Network { material.network }

  init(_ material: LessonMaterial) {
    self.material = material
    let classes = material.source.classNames.count
    material.perClass = material.budget.first(of: [200, 100, 50, 20, 10, 5]) { 4 * $0 * classes }
  }

  /// The pictures of the new task.
  func pictures() throws -> any TaskPictures { material.isOwn ? try material.pictures() : Farm() }

  // cell: material
  func showMaterial(_ page: Page) throws { try material.show(on: page) }

  // cell: as-is
  func asIs(_ page: Page) throws {
    let pictures = try pictures()
    let samples = pictures.samples(seed: page.seed)
    let predictions = SourcePredictions(of: network, to: samples)
    let few = page.seeds.map { pictures.few(5, seed: $0) }
    let renamed = few.map { SourcePredictions(of: network, to: $0).accuracyOfRenamed(on: pictures.test) }

    page.measure("pictures", pictures.test.count)
    page.measure("few", min(5, pictures.most))
    page.measure("accuracy", values: renamed, as: .percent)
    for (label, name) in samples.classNames.enumerated() {
      let (answer, share) = predictions.mostCommon(for: label)
      page.measure("\(name.english).answer", called: ClassLabel.phrase(answer))
      page.measure("\(name.english).share", share, as: .percent(digits: 0))
    }
    page.measure("table", predictions.table(samples.classNames, page.term))
    try page.figure("as-is", predictions.grid(of: samples, on: page))
  }

  // cell: freeze
  func freeze(_ page: Page) throws -> ExtractedFeatures {
    let features = ExtractedFeatures(material, of: try pictures(), on: page)
    let base = features[.frozen].base

    page.measure("values", network.inputSize * network.inputSize * 3)
    page.measure("frozen", base.parameterCount)
    page.measure("trainable", base.parameters.count { $0.isTrainable })
    page.measure("head", (features[.frozen].width + 1) * material.source.classNames.count)
    for kind in features.representations { page.measure("\(kind.name).width", features[kind].width) }
    return features
  }

  // cell: neighbours
  func neighbours(_ page: Page, _ features: ExtractedFeatures) throws {
    let agreement = page.study(features.representations) { kind, seed in
      neighbourAgreement(in: features[kind].unlearnt(seed: seed))
    }

    page.report(of: agreement, as: .percent)
    page.claim("neighbours", agreement.gain(of: .frozen, over: .pixels), .atLeast(0.05), as: .percent)
    let (pixels, frozen) = (features[.pixels].inPlane(seed: page.seed), features[.frozen].inPlane(seed: page.seed))
    page.measure("pictures", pixels.count)
    try page.figure("embedding-pixels", page.plane(pixels, features.pictures.test.classNames))
    try page.figure("embedding-features", page.plane(frozen, features.pictures.test.classNames))
  }

  // cell: cached
  func cached(_ page: Page) throws {
    let base = network.frozenBelowHead
    let before = base.state.map(\.parameter.value.values)
    let pictures = try pictures()
    let heads = try page.study(HeadTraining.allCases) { training, seed in
      try TrainedHead(training, above: base, on: pictures.few(30, seed: seed), epochs: 10, seed: seed)
    }
    let test = pictures.test.subset(0..<60)
    let pairs = zip(heads[.uncached], heads[.cached])
    let differences = pairs.map { $0.largestDifference(from: $1, on: test) }
    let changed = zip(before, base.state.map(\.parameter.value.values)).map { zip($0, $1).count { $0 != $1 } }

    page.report(of: heads, as: .seconds(digits: 2), \.seconds)
    page.claim("same-logits", ofEach: differences, .atMost(0), as: .number(digits: 1))
    page.claim("frozen", ofEach: [Float(changed.reduce(0, +))], .atMost(0), as: .count)
    page.claim("faster", pairs.map { $0.seconds / $1.seconds }, .atLeast(5), as: .factor)
    try page.figure(
      "cached", heads.bars(Axis(page.term("time")), format: .number(decimals: 2)) { Float($0.seconds) })
  }
}

/// The names of what is measured of the network's predictions for each class of the farm.
private let farmAnswers = ClassificationTask.farm.classNames.flatMap {
  ["\($0.english).answer", "\($0.english).share"]
}
