import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

extension CourseLesson {
  /// What happens when a pre-trained network goes on learning: how deep, how fast, and what holds it back.
  public static let fineTuning = CourseLesson { material in
    let cells = try FineTuningCells(material)
    let depth = ResultCell("depth", keys: Depth.allCases + TuningSize.Name.allCases, finding: cells.depth)
    return [
      Cell("material", measured: LessonMaterial.shown, cells.showMaterial),
      Cell("new-head", keys: Depth.allCases + [5, 20, 50], cells.newHead),
      Cell("curves", keys: TuningWay.allCases, cells.curves),
      depth,
      Cell("ways", keys: Depth.allCases, needing: depth, do: cells.ways),
      Cell("rates", cells.rates),
      Cell("regularizers", keys: Regularizer.allCases, cells.regularizers),
      Cell("batch-norm", keys: BatchNorm.allCases, cells.batchNorm),
      Cell("far", keys: Depth.allCases, needing: depth, do: cells.far),
      Cell("digits", keys: TransferTask.allCases + Depth.allCases, cells.digits),
      Cell("one-channel", cells.oneChannel),
    ]
  }
}

/// The cells of the lesson, on the course's own material or on a reader's.
final class FineTuningCells {
  let material: LessonMaterial
  let source: Network
  let plan: TuningPlan
  /// The course's pictures to choose settings by.
  private(set) lazy var validation = Menagerie(.farm).validationSet(count: 90, size: source.inputSize)

  init(_ own: OwnMaterial?) throws {
    let material = try LessonMaterial(own, task: .farm, network: own == nil ? "mini-vgg-32" : "mini-vgg")
    try material.requireLinearHead()
    self.material = material
    source = material.network
    plan = own == nil ? .course : .affordable(for: material)
    material.perClass = plan.most.perClass
  }

  // cell: material
  func showMaterial(_ page: Page) throws {
    let pictures = try material.pictures()
    let most = plan.most
    try material.show(on: page)
    page.measure("layer-groups", source.layerGroups.count)
    page.measure("half", source.layerGroups.count / 2)
    page.measure("most", min(most.perClass, pictures.perClass))
    page.measure("epochs", most.epochs)
    page.measure("scratch-epochs", most.scratchEpochs)
    page.measure(
      "minutes", material.minutes(most.passes(classes: pictures.classNames.count)), as: .number(digits: 1))
  }

  // cell: new-head
  func newHead(_ page: Page) throws {
    let network = try material.few(5, seed: page.seed).withNewHead()
    page.measure("source-classes", source.classes.count)
    page.measure("classes", network.classes.count)
    page.measure("guess", 1 / Float(network.classes.count), as: .percent)
    page.measure("layer-groups", network.layerGroups.count)
    for depth in [Depth.everything, .lastFive, .lastThree, .headAlone] {
      network.freeze(first: depth.frozen(of: network))
      let learning = network.parameters.filter(\.isTrainable)
      page.measure("learns.\(depth.name)", learning.map(\.value.count).reduce(0, +))
    }

    let test = try material.test(210)
    let renamed = try page.study([5, 20, 50]) { size, seed in
      SourcePredictions(of: source, to: try material.few(size, seed: seed).training).accuracyOfRenamed(on: test)
    }
    for size in renamed.keys { page.measure("as-is.\(size)", values: renamed[size], as: .percent) }
  }

  // cell: curves
  func curves(_ page: Page) throws {
    func start(_ way: TuningWay, _ few: FewPictures) throws -> Network {
      switch way {
      case .scratch: few.untrained()
      case .allAtOnce: few.withNewHead()
      case .headFirst, .tooFast: try few.withFittedHead()
      }
    }
    let study = try page.study(TuningWay.allCases) { way, seed in
      let few = try material.few(5, seed: seed)
      let network = try start(way, few)
      let before = network.score(on: validation).accuracy
      let epochs = try FineTuning(epochs: 12, learningRate: way == .tooFast ? 0.1 : 0.01)
        .train(network, on: few.training, validation: validation, seed: seed)
      return LearningCurve(before: before, epochs: epochs.compactMap { $0.validation?.accuracy })
    }
    // Where two of the ways end, over so many seeds that their difference can be told from chance.
    let ends = try page.study([TuningWay.headFirst, .allAtOnce], seeds: 20) { way, seed in
      let few = try material.few(5, seed: seed)
      let network = try start(way, few)
      try FineTuning(epochs: 12).train(network, on: few.training, seed: seed)
      return network.score(on: validation).accuracy
    }

    page.measure("epochs", 12)
    page.measure("many", ends.seeds.count)
    page.report("before", of: study, as: .percent, \.before)
    page.measure("lead-before", values: study.gain(of: .headFirst, over: .allAtOnce, \.before), as: .percent)
    page.measure("lead-after-one", values: study.gain(of: .headFirst, over: .allAtOnce, \.afterOne), as: .percent)
    page.report("after-one", of: study, as: .percent, \.afterOne)
    page.report("end", of: study, as: .percent, \.end)
    page.claim("head-first", ends.gain(of: .headFirst, over: .allAtOnce), .moreThan(0), as: .percent)
    page.claim("too-fast", study.gain(of: .headFirst, over: .tooFast, \.end), .moreThan(0), as: .percent)
    try page.figure(
      "curves",
      study.curves(
        x: Axis(page.term("epoch"), format: .number(decimals: 0)),
        y: .percent(page.term("validation-accuracy"), range: 0.2...1), height: 380, \.accuracies))
  }

  // cell: rates
  func rates(_ page: Page) throws {
    let study = try page.study([1e-5, 1e-4, 1e-3, 1e-2, 1e-1] as [Float]) { rate, seed in
      let few = try material.few(10, seed: seed)
      let network = try few.withFittedHead()
      try FineTuning(epochs: 10, learningRate: rate).train(network, on: few.training, seed: seed)
      return network.score(on: validation).accuracy
    }

    let heads = try page.seeds.map { try material.few(10, seed: $0).withFittedHead().score(on: validation).accuracy }
    page.measure("head", values: heads, as: .percent)
    page.measure("best", study.best, as: .number(digits: 3))
    page.measure("best.accuracy", values: study[study.best], as: .percent)
    page.measure("fastest.accuracy", values: study[1e-1], as: .percent)
    page.measure("slowest.accuracy", values: study[1e-5], as: .percent)
    page.measure("pictures", validation.count)
    try page.figure(
      "rates",
      LineChart(
        x: Axis(page.term("learning-rate"), scale: .logarithmic),
        y: .percent(page.term("validation-accuracy"), range: 0.2...1),
        series: [study.line(at: Double.init) { $0 }]))
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
