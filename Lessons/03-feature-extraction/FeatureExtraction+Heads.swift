import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// The cells in which heads learn.
extension FeatureExtractionCells {
  // cell: pictures-per-class
  func picturesPerClass(_ page: Page, _ features: ExtractedFeatures) throws {
    let sizes = features.pictures.sizes
    let heads = page.study([Representation.frozen, .handMade], by: sizes) { kind, size, seed in
      LogisticRegression().fitted(to: features[kind].few(size, seed: seed)).accuracy(on: features[kind].test)
    }
    let epochs = [1: 15, 5: 30, 20: 10, 100: 5]
    let scratch = try page.study(epochs.keys.sorted()) { size, seed in
      let few = features.pictures.few(size, seed: seed)
      let training = ScratchTraining(batchSize: max(5, size / 6), epochs: epochs[size, default: 5])
      let trained = try training.network(like: network, from: few, seed: seed)
      return (training: trained.score(on: few).accuracy, test: trained.score(on: features.pictures.test).accuracy)
    }

    page.report(of: heads, as: .percent)
    page.report("scratch", of: scratch, as: .percent, \.test)
    page.report("scratch-training", of: scratch, as: .percent, \.training)
    page.measure("scratch.pictures", 3 * 100)
    page.measure("scratch.epochs", epochs[100, default: 5])
    page.claim("beats-scratch", zip(heads[.frozen, 5], scratch[5]).map { $0 - $1.test }, .atLeast(0.1), as: .percent)
    page.claim("beats-hand-made", heads.column(5).gain(of: .frozen, over: .handMade), .moreThan(0), as: .percent)
    let fromScratch = scratch.line(page.term("from-scratch"), at: Double.init, \.test)
    try page.figure(
      "pictures-per-class", page.accuracies(heads.lines(at: Double.init) + [fromScratch], sizes: sizes))
  }

  // cell: controls
  func controls(_ page: Page, _ features: ExtractedFeatures) throws {
    let pictures = features.pictures
    let (sizes, classes) = (pictures.sizes, pictures.test.classNames.count)
    let probes = page.study(features.representations, by: sizes) { kind, size, seed in
      LinearProbe(on: features[kind].few(size, seed: seed)).accuracy(on: features[kind].test)
    }
    let (fewest, most) = (sizes.min() ?? 1, pictures.most)

    page.measure("least", fewest)
    page.measure("all", most)
    page.report("fewest", of: probes.column(fewest), as: .percent) { $0 }
    page.report("most", of: probes.column(most), as: .percent) { $0 }
    page.claim("beats-pixels", probes.column(most).gain(of: .frozen, over: .pixels), .atLeast(0.1), as: .percent)
    page.claim("learnt", probes.column(most).gain(of: .frozen, over: .untrained), .atLeast(0.1), as: .percent)
    page.claim("more-is-better", probes.row(.frozen).gain(of: most, over: fewest), .moreThan(0), as: .percent)
    try page.figure(
      "pictures-per-class",
      page.accuracies(probes.lines(at: Double.init), sizes: sizes, classes: classes))
  }

  // cell: heads
  func heads(_ page: Page, _ features: ExtractedFeatures) throws -> Study<Head, HeadScore> {
    let few = min(5, features.pictures.most)
    let heads = page.study(features.pictures.heads) { head, seed in
      HeadScore(head, on: features[.frozen], few: few, seed: seed)
    }

    page.measure("few", few)
    page.report("accuracy", of: heads, as: .percent, \.accuracy)
    page.report("milliseconds", of: heads, as: .number(digits: 1), \.milliseconds)
    return heads
  }

  // cell: hand-made
  func handMade(_ page: Page, _ features: ExtractedFeatures, _ frozen: Study<Head, HeadScore>) throws {
    let handMade = page.study([Head.logistic, .neighbour, .centre]) { head, seed in
      HeadScore(head, on: features[.handMade], few: 5, seed: seed)
    }

    page.report(of: handMade, as: .percent, \.accuracy)
    page.measure("alignment", values: frozen.gain(of: .easyTL, over: .centre, \.accuracy), as: .percent)
    try page.figure("heads", page.bars(frozen, handMade: handMade))
  }

  // cell: wrong-pictures
  func wrongPictures(_ page: Page, _ features: ExtractedFeatures) throws {
    let test = features.pictures.test
    let training = features[.frozen].few(material.isOwn ? .max : 5, seed: page.seed)
    let head = LogisticRegression().fitted(to: training)
    let predictions = Predictions(head.logits(features[.frozen].test.features).softmax(), of: test)
    let confusion = predictions.mostCommonConfusion

    page.measure("learnt", training.count)
    page.measure("pictures", test.count)
    page.measure("wrong", predictions.wrong.count)
    page.measure("accuracy", 1 - Double(predictions.wrong.count) / Double(test.count), as: .percent)
    page.measure("true", called: Phrase(test.classNames[confusion.label]))
    page.measure("taken-for", called: Phrase(test.classNames[confusion.prediction]))
    page.measure("confused", confusion.count)
    try page.figure("confusion", predictions.chart(on: page))
    try page.figure("wrong-pictures", predictions.grid(of: test, on: page))
  }

  // cell: training-pictures
  func trainingPictures(_ page: Page) throws {
    let five = try pictures().few(5, seed: page.seed)
    try page.figure("training-pictures", page.rows(five))
  }
}
