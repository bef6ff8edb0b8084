import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

extension CourseLesson {
  /// What happens when a pre-trained network goes on learning: how deep, how fast, and what holds it back.
  public static let fineTuning = CourseLesson { material in
    if let material {
      let cells = try FineTuningOnOwnPictures(material)
      return [Cell("material", cells.material), Cell("ways", cells.ways), Cell("fewer", cells.fewer)]
    }
    let cells = try FineTuningCells()
    return [
      Cell("new-head", cells.newHead), Cell("curves", cells.curves), Cell("depth", cells.depth),
      Cell("rates", cells.rates), Cell("brakes", cells.brakes),
      Cell("batch-norm", cells.batchNorm), Cell("far", cells.far), Cell("digits", cells.digits),
      Cell("one-channel", cells.oneChannel),
    ]
  }
}

/// The cells of the lesson; what one finds, the next ones use.
final class FineTuningCells {
  let source: Network
  let validation: ValidationSet
  let test: TestSet
  /// Times that every picture is seen, for so many pictures a class: the fewer there are, the more often.
  let epochs = [5: 12, 20: 8, 50: 5]
  /// The same from scratch, which has more to learn.
  let scratchEpochs = [5: 40, 20: 16, 50: 8]
  /// What the cell `depth` found, with which later ones compare.
  private var depthTable: DepthTable?

  init() throws {
    source = try Catalogue.network("mini-vgg-32")
    validation = Menagerie(.farm).validationSet(count: 90, size: source.inputSize)
    test = Menagerie(.farm).testSet(count: 210, size: source.inputSize)
  }

  func few(_ count: Int, seed: UInt64) -> FewPictures {
    FewPictures(of: .farm, perClass: count, seed: seed, for: source)
  }

  /// Fine-tuning with as many epochs as belong to so many pictures a class.
  func tuning(_ count: Int) -> FineTuning { FineTuning(epochs: epochs[count] ?? 12) }

  // cell: new-head
  func newHead(_ page: Page) throws {
    let network = few(5, seed: page.seed).withNewHead()

    page.measure("source-classes", source.classes.count)
    page.measure("classes", network.classes.count)
    page.measure("parts", network.layerGroups.count)
    for frozen in [0, 3, 5, 7] {
      network.freeze(first: frozen)
      page.measure("learns.\(frozen)", network.parameters.filter(\.isTrainable).map(\.value.count).reduce(0, +))
    }
    for size in [5, 20, 50] {
      let renamed = page.seeds.map { seed in
        SourcePredictions(of: source, to: few(size, seed: seed).training).accuracyOfRenamed(on: test)
      }
      page.measure("as-is.\(size)", values: renamed, as: .percent)
    }
  }

  // cell: curves
  func curves(_ page: Page) throws {
    let ways: [TuningWay] = [
      TuningWay("scratch", rate: 0.01) { $0.untrained() },
      TuningWay("all-at-once", rate: 0.01) { $0.withNewHead() },
      TuningWay("head-first", rate: 0.01) { try $0.withFittedHead() },
      TuningWay("too-fast", rate: 0.1) { try $0.withFittedHead() },
    ]
    let runs = page.progress(Phrase(en: "Ways to learn", id: "Cara belajar"), over: ways)
    let curves = try runs.map { way in
      try page.seeds.map { seed in
        let few = few(5, seed: seed)
        let network = try way.start(few)
        let before = network.score(on: validation).accuracy
        let epochs = try FineTuning(epochs: 12, learningRate: way.rate).train(
          network, on: few.training, validation: validation, seed: seed)
        return [before] + epochs.compactMap { $0.validation?.accuracy }
      }
    }

    page.measure("epochs", 12)
    for (way, curves) in zip(ways, curves) {
      page.measure("\(way.name).before", values: curves.map { $0[0] }, as: .percent)
      page.measure("\(way.name).after-one", values: curves.map { $0[1] }, as: .percent)
      page.measure("\(way.name).end", values: curves.map { $0[12] }, as: .percent)
    }
    page.claim(
      "head-first", zip(curves[2], curves[1]).map { $0[12] - $1[12] },
      .atLeast(0), as: .percent)
    try FineTuningFigures(page: page).curves(curves)
  }

  // cell: depth
  func depth(_ page: Page) throws {
    let sizes = [5, 20, 50]
    let depths: [Int?] = [7, 5, 3, 0, nil]
    let grids = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      try sizes.map { size in
        let few = few(size, seed: seed)
        return try depths.map { frozen in
          guard let frozen else {
            return TuningScore(try few.fromScratch(epochs: scratchEpochs[size]), few, test: test)
          }
          let network = try few.withFittedHead()
          network.freeze(first: frozen)
          try tuning(size).train(network, on: few.training, seed: seed)
          return TuningScore(network, few, test: test)
        }
      }
    }

    let table = DepthTable(grids, sizes: sizes, depths: depths)
    depthTable = table
    for size in sizes {
      page.measure("epochs.\(size)", epochs[size] ?? 12)
      page.measure("scratch-epochs.\(size)", scratchEpochs[size] ?? 40)
      for frozen in depths {
        let name = frozen.map { "frozen-\($0)" } ?? "scratch"
        page.measure("\(name).\(size)", values: table[size, frozen].map(\.test), as: .percent)
      }
      page.measure("gap.\(size)", values: table[size, 0].map(\.gap), as: .percent)
      page.measure("best.\(size)", table.bestDepth(of: size) ?? 0)
    }
    page.claim(
      "beats-scratch", table.smallestGains(of: 0, over: nil), .atLeast(0),
      as: .percent)
    try FineTuningFigures(page: page).depth(table)
  }

  // cell: rates
  func rates(_ page: Page) throws {
    let rates: [Float] = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5]
    let accuracies = try page.progress(Phrase(en: "Rates", id: "Laju"), over: rates).map { rate in
      try page.seeds.map { seed in
        let few = few(10, seed: seed)
        let network = try few.withFittedHead()
        try FineTuning(epochs: 10, learningRate: rate).train(network, on: few.training, seed: seed)
        return network.score(on: validation).accuracy
      }
    }

    let best = rates.indices.max { accuracies[$0].mean < accuracies[$1].mean } ?? 0
    page.measure("best", rates[best], as: .number(digits: 3))
    page.measure("best.accuracy", values: accuracies[best], as: .percent)
    page.measure("fastest.accuracy", values: accuracies[0], as: .percent)
    page.measure("slowest.accuracy", values: accuracies[4], as: .percent)
    page.measure("pictures", validation.count)
    try FineTuningFigures(page: page).rates(rates, accuracies)
  }

  // cell: brakes
  func brakes(_ page: Page) throws {
    let strengths: [Float] = [1, 10, 100]
    let losses = try strengths.map { strength in
      try page.seeds.map { seed in
        let few = few(5, seed: seed)
        let network = try few.withFittedHead()
        try FineTuning(epochs: 12, decay: strength).train(network, on: few.training, seed: seed)
        return network.score(on: validation).loss
      }.mean
    }
    let decay = zip(strengths, losses).min { $0.1 < $1.1 }?.0 ?? 1

    let varied = Augmentations(Mirror(), RandomCrop(padding: 2), ColorJitter())
    let usual = tuning(5)
    let brakes: [(name: String, train: (Network, FewPictures) throws -> Void)] = [
      ("none", { try usual.train($0, on: $1.training, seed: $1.seed) }),
      ("falling-rates", { try FineTuning(epochs: 12, factor: 0.5).train($0, on: $1.training, seed: $1.seed) }),
      ("decay", { try FineTuning(epochs: 12, decay: decay).train($0, on: $1.training, seed: $1.seed) }),
      ("augmentation", { try usual.train($0, on: $1.training.augmented(by: varied), seed: $1.seed) }),
      ("dropout", { try usual.train($0.droppingOut(0.5, seed: $1.seed), on: $1.training, seed: $1.seed) }),
      (
        "stopping",
        {
          try FineTuning(epochs: 12, patience: 3).train(
            $0, on: $1.training, validation: self.validation, seed: $1.seed)
        }
      ),
    ]
    let trials = try page.progress(Phrase(en: "Brakes", id: "Rem"), over: brakes).map { brake in
      try page.seeds.map { seed in
        let few = few(5, seed: seed)
        let network = try few.withFittedHead()
        let start = StartingPoint(of: network.layerGroups)
        try brake.train(network, few)
        return BrakeTrial(score: TuningScore(network, few, test: test), distances: start.distances)
      }
    }

    page.measure("strength", decay, as: .number(digits: 0))
    for (brake, trials) in zip(brakes, trials) {
      page.measure("\(brake.name).test", values: trials.map(\.score.test), as: .percent)
      page.measure("\(brake.name).gap", values: trials.map(\.score.gap), as: .percent)
      page.measure("\(brake.name).first", values: trials.map(\.distances[0].distance), as: .percent)
      page.measure("\(brake.name).last", values: trials.map(\.distances[6].distance), as: .percent)
    }
    page.claim(
      "decay", zip(trials[0], trials[2]).map { $0.score.gap - $1.score.gap },
      .between(-0.03, 0.03), as: .percent)
    try FineTuningFigures(page: page).brakes(trials)
    try FineTuningFigures(page: page).distance(Array(trials[0...2]))
  }

  // cell: batch-norm
  func batchNorm(_ page: Page) throws {
    let known = Menagerie().validationSet(count: 320, size: source.inputSize)
    let night = Menagerie(.farm, style: .night).validationSet(count: 90, size: source.inputSize)
    let trials = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      let few = FewPictures(of: .farm, style: .night, perClass: 20, seed: seed, for: source)
      func learned(isFrozen: Bool) throws -> NormTrial {
        let network = few.withNewHead()
        network.freeze(first: isFrozen ? 7 : 0)
        let head = network.layerGroups[7].parameters
        try TrainingLoop(epochs: 5).run(network, optimizer: Adam(head, learningRate: 0.01)) { epoch in
          few.training.shuffledBatches(of: 10, seed: seed, epoch: epoch)
        }
        return NormTrial(network, since: source, new: night, known: known)
      }
      return (frozen: try learned(isFrozen: true), running: try learned(isFrozen: false))
    }

    for (name, trials) in [("frozen", trials.map(\.frozen)), ("running", trials.map(\.running))] {
      page.measure("\(name).changed-weights", trials.map(\.changedWeights).reduce(0, +))
      page.measure("\(name).changed-statistics", trials.map(\.changedStatistics).reduce(0, +) / trials.count)
      page.measure("\(name).new", values: trials.map(\.accuracy), as: .percent)
      page.measure("\(name).known", values: trials.map(\.accuracyOnKnown), as: .percent)
    }
    try FineTuningFigures(page: page).batchNorm(trials.map(\.frozen), trials.map(\.running))
  }

  // cell: far
  func far(_ page: Page) throws {
    let night = Menagerie(.farm, style: .night).testSet(count: 210, size: source.inputSize)
    let depths = [7, 5, 0]
    let scores = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      let few = FewPictures(of: .farm, style: .night, perClass: 20, seed: seed, for: source)
      return try depths.map { frozen in
        let network = try few.withFittedHead()
        network.freeze(first: frozen)
        try tuning(20).train(network, on: few.training, seed: seed)
        return network.score(on: night).accuracy
      }
    }

    for (place, frozen) in depths.enumerated() {
      page.measure("frozen-\(frozen)", values: scores.map { $0[place] }, as: .percent)
    }
    page.claim(
      "all-layers-win", scores.map { $0[2] - $0[0] }, .atLeast(0.05),
      as: .percent)
    try FineTuningFigures(page: page).far(depths, near: depths.map { depthTable?[20, $0] ?? [] }, far: scores)
  }

  // cell: digits
  func digits(_ page: Page) throws {
    let test = Menagerie(.digits).testSet(count: 210, size: source.inputSize)
    let scores = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      let few = FewPictures(of: .digits, perClass: 5, seed: seed, for: source)
      let network = try few.withFittedHead()
      try tuning(5).train(network, on: few.training, seed: seed)
      return [try few.fromScratch(epochs: scratchEpochs[5]), network].map { $0.score(on: test).accuracy }
    }

    let gains = scores.map { $0[1] - $0[0] }
    let farmGains = depthTable?.gains(of: 0, over: nil, at: 5) ?? []
    page.measure("scratch", values: scores.map { $0[0] }, as: .percent)
    page.measure("fine-tuned", values: scores.map { $0[1] }, as: .percent)
    page.measure("gain", values: gains, as: .percent)
    page.measure("farm-gain", values: farmGains, as: .percent)
    page.claim(
      "digits-gain-less", zip(farmGains, gains).map { $0 - $1 }, .atLeast(0),
      as: .percent)
    try FineTuningFigures(page: page).digits(scores, farm: depthTable)
  }

  // cell: one-channel
  func oneChannel(_ page: Page) throws {
    let grey = source.forOneChannel()
    let pictures = Menagerie(style: .grayscale).validationSet(count: 160, size: source.inputSize)
    let differences = zip(source.logits(of: pictures).values, grey.logits(of: pictures).values).map { abs($0 - $1) }

    page.measure("weights", source.layerGroups[0].parameters[0].value.count)
    page.measure("grey-weights", grey.layerGroups[0].parameters[0].value.count)
    page.measure("difference", differences.max() ?? .infinity, as: .number(digits: 6))
    page.measure("accuracy", grey.score(on: pictures).accuracy, as: .percent)
  }
}
