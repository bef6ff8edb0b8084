import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

extension FineTuningCells {
  // cell: regularizers
  func regularizers(_ page: Page) throws {
    let losses = try page.study([1, 10, 100] as [Float]) { strength, seed in
      let few = try material.few(5, seed: seed)
      let network = try few.withFittedHead()
      try FineTuning(epochs: 12, decay: strength).train(network, on: few.training, seed: seed)
      return network.score(on: validation).loss
    }
    let strength = losses.best { -$0 }
    let varied = Augmentations(Mirror(), RandomCrop(padding: 2), ColorJitter())
    let test = try material.test(210)
    func trained(_ regularizer: Regularizer, seed: UInt64) throws -> RegularizedTraining {
      let few = try material.few(5, seed: seed)
      let network = try few.withFittedHead()
      let start = StartingPoint(of: network.layerGroups)
      var training = FineTuning(epochs: 12)
      var (learner, pictures, chosenBy) = (network, few.training as any LabelledSet<Learning>, nil as ValidationSet?)
      switch regularizer {
      case .none: break
      case .discriminativeRates: training.factor = 0.5
      case .l2SP: training.decay = strength
      case .augmentation: pictures = few.training.augmented(by: varied)
      case .dropout: learner = network.droppingOut(0.5, seed: seed)
      case .earlyStopping: (training.patience, chosenBy) = (3, validation)
      }
      try training.train(learner, on: pictures, validation: chosenBy, seed: seed)
      return RegularizedTraining(
        score: TuningScore(network, few, test: test), distances: start.distances.map(\.distance))
    }
    let study = try page.study(Regularizer.allCases, trained)
    // The claim is about a small difference, which takes more seeds.
    let gaps = try page.study([Regularizer.none, .l2SP], seeds: 25) { try trained($0, seed: $1).score.gap }

    page.measure("strength", strength, as: .number(digits: 0))
    page.measure("many", gaps.seeds.count)
    page.report("gap", of: study, as: .percent, \.score.gap)
    page.measure(
      "helpful",
      Regularizer.allCases.count { brake in
        study.gain(of: .none, over: brake, \.score.gap).allSatisfy { $0 > 0 }
      })
    page.report("first", of: study, as: .percent, \.first)
    page.report("last", of: study, as: .percent, \.lastBelowHead)
    page.claim("decay", gaps.gain(of: .none, over: .l2SP), .between(-0.03, 0.03), as: .percent)
    try page.figure(
      "regularizers",
      study.bars(
        .percent(page.term("share-of-pictures"), range: 0...1),
        [("test-accuracy", \.score.test), ("training-minus-test", \.score.gap)], format: .percent(decimals: 1)))
    try page.figure(
      "distance",
      study.restricted(to: [.none, .discriminativeRates, .l2SP]).curves(
        x: Axis(
          page.term("layer-group-axis"), ticks: (1...source.layerGroups.count).map(Double.init),
          format: .number(decimals: 0)),
        y: Axis(page.term("distance"), scale: .logarithmic, format: .percent()), from: { _ in 1 },
        label: { page.term("distance-\($0.name)") }, \.distances))
  }

  // cell: batch-norm
  func batchNorm(_ page: Page) throws {
    let known = Menagerie().validationSet(count: 320, size: source.inputSize)
    let night = Menagerie(.farm, style: .night).validationSet(count: 90, size: source.inputSize)
    let study = try page.study(BatchNorm.allCases) { batchNorm, seed in
      let few = FewPictures(of: .farm, style: .night, perClass: 20, seed: seed, for: source)
      let network = few.withNewHead()
      network.freeze(first: batchNorm == .frozen ? Depth.headAlone.frozen(of: network) : 0)
      let head = network.layerGroups[network.layerGroups.count - 1].parameters
      try TrainingLoop(epochs: 5).run(network, optimizer: Adam(head, learningRate: 0.01)) { epoch in
        few.training.shuffledBatches(of: 10, seed: seed, epoch: epoch)
      }
      return BatchNormDrift(of: network, since: source, new: night, known: known)
    }

    page.report("new", of: study, as: .percent, \.accuracy)
    page.report("known", of: study, as: .percent, \.accuracyOnKnown)
    page.claim("forgets", study.gain(of: .frozen, over: .running, \.accuracyOnKnown), .moreThan(0), as: .percent)
    for batchNorm in study.keys {
      let drifts = study[batchNorm]
      page.measure("\(batchNorm.name).changed-weights", drifts.map(\.changedWeights).reduce(0, +))
      page.measure("\(batchNorm.name).changed-statistics", drifts.map(\.changedStatistics).reduce(0, +) / drifts.count)
    }
    try page.figure(
      "batch-norm",
      BarChart(
        categories: [page.term("new-head-by-night"), page.term("old-head-by-day")],
        value: .percent(page.term("accuracy"), range: 0...1),
        series: study.keys.map { batchNorm in
          let drifts = study[batchNorm]
          return BarChart.Series(
            batchNorm.label(page.term), ofSeeds: [drifts.map(\.accuracy), drifts.map(\.accuracyOnKnown)])
        }, valueFormat: .percent(decimals: 1)))
  }
}
