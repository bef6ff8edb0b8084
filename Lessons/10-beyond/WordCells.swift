import Autograd
import Charts
import Datasets
import Experiments
import Foundation
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

/// The cells in which pictures meet words.
final class WordCells {
  let world = PairWorld()

  /// All of them, in the lesson's order.
  var all: [Cell] {
    [
      Cell("captions", keys: UnseenAnimal.allCases, captions),
      Cell("towers", towers),
      Cell("zero-shot", keys: Prompt.allCases + Tongue.allCases + UnseenAnimal.allCases, zeroShot),
      Cell("search", keys: Tongue.allCases, search),
      Cell("word-order", keys: Tongue.allCases, wordOrder),
    ]
  }

  // cell: captions
  func captions(_ page: Page) throws {
    let set = world.pictures(seed: page.seed)
    let shown = stride(from: 0, to: 76, by: 10).map { $0 }
    page.measure("pictures", set.count)
    page.measure("appearances", PairWorld.appearances.count)
    page.measure("seen", PairWorld.seen.count)
    page.measure("words", try world.learnt(seed: page.seed).words.words.count)
    for animal in UnseenAnimal.allCases {
      page.measure("\(animal.name).name", called: Phrase(animal.calledName))
      page.measure("\(animal.name).description", called: Phrase(animal.appearance.phrase))
    }
    try page.figure(
      "captions",
      PictureGrid(
        cells: shown.map { place in
          PictureGrid.Cell(
            set.pictures[place], caption: [.init(page(Phrase(set.caption(place, withPlace: true))))])
        }, columns: 4, factor: 5))
  }

  // cell: towers
  func towers(_ page: Page) throws {
    let trainings = try page.progress("study", over: page.seeds).map { try world.learnt(seed: $0) }
    let learnt = trainings[0], test = world.test(seed: page.seed)
    let shown = UnseenAnimal.allCases.map(\.appearance) + Self.neighbours
    let texts = learnt.vectors(shown.map { page(Phrase($0.phrase)) })
    let pictures = learnt.encoder.vectors(pictures: test.pictures.inputs)
    let means = shown.map { appearance in
      pictures.gather(
        rows: test.pictures.labels.indices.filter { test.appearances[test.pictures.labels[$0]] == appearance }
      )
      .mean(along: [0])
    }
    let similarities = cosineSimilarities(
      .concatenated(means.map { $0.reshaped([1, $0.count]) }), texts)

    page.measure("start", log(Float(PairWorld.training.batchSize)), as: .number(digits: 2))
    page.measure("end", values: trainings.map { $0.epochs.last?.training.loss ?? .nan }, as: .number(digits: 2))
    page.measure("found", values: trainings.map { $0.epochs.last?.training.accuracy ?? .nan }, as: .percent)
    page.measure("temperature", values: trainings.map(\.encoder.temperature), as: .number(digits: 3))
    page.measure("batch", PairWorld.training.batchSize)
    try page.figure(
      "towers",
      HeatMap(
        rowTitle: page.term("pictures-of"), columnTitle: page.term("caption-number"),
        rows: shown.indices.map { "\($0 + 1). " + page(Phrase(shown[$0].phrase)) },
        columns: shown.indices.map { "\($0 + 1)" },
        values: similarities.rows.map { $0.map { Double($0) } }, valueLabel: page.term("cosine"),
        format: .number(decimals: 1), range: -1...1, colors: .diverging))
  }

  /// Appearances that were learnt from, each near to one that was not.
  private static let neighbours = [
    Appearance(.horse, .white), Appearance(.horse, .brown, Marks(.stripes, .black)),
    Appearance(.cat, .white, Marks(.stripes, .black)), Appearance(.cat, .orange),
    Appearance(.fish, .orange, Marks(.spots, .white)), Appearance(.fish, .black, Marks(.stripes, .white)),
    Appearance(.owl, .white, Marks(.stripes, .black)), Appearance(.elephant, .orange, Marks(.spots, .black)),
  ]

  // cell: zero-shot
  func zeroShot(_ page: Page) throws {
    let animals = UnseenAnimal.allCases
    let labels = animals.indices.flatMap { [Int](repeating: $0, count: PairWorld.unseenCount) }
    let study = try page.study(
      Prompt.allCases, by: Tongue.allCases,
      preparing: { _, seed in
        let learnt = try world.learnt(seed: seed)
        let pictures = animals.map { $0.pictures(count: PairWorld.unseenCount, seed: seed).inputs }
        return (learnt, learnt.encoder.vectors(pictures: .concatenated(pictures)))
      }
    ) { prompt, tongue, prepared in
      let (learnt, pictures) = prepared
      return accuracy(cosineSimilarities(pictures, learnt.classes(prompt, tongue)), labels)
    }

    page.report(of: study, as: .percent)
    page.measure("guess", 1 / Float(animals.count), as: .percent)
    page.claim("named-in-english", study[.description, .english], .atLeast(0.8), as: .percent)
    page.claim("named-in-indonesian", study[.description, .indonesian], .atLeast(0.8), as: .percent)
    page.claim(
      "prompt-matters", study.column(.english).gain(of: .description, over: .likeness), .atLeast(0.1), as: .percent)
    try page.figure("prompts", study.shareBarsOfColumns(page.term("test-accuracy")))
    try page.figure("zero-shot", try answers(page))
  }

  /// Pictures of the unseen animals, with the two likeliest answers.
  private func answers(_ page: Page) throws -> PictureGrid {
    let learnt = try world.learnt(seed: page.seed)
    let tongue: Tongue = page.language == .en ? .english : .indonesian
    let classes = learnt.classes(.description, tongue)
    let rows = UnseenAnimal.allCases.enumerated().map { label, animal in
      let set = animal.pictures(count: 6, seed: page.seed)
      let similarities = cosineSimilarities(learnt.encoder.vectors(pictures: set.inputs), classes)
      let probabilities = (similarities / learnt.encoder.temperature).softmax().rows
      return (0..<set.count).map { place -> PictureGrid.Cell? in
        let best = probabilities[place].indices.max { probabilities[place][$0] < probabilities[place][$1] } ?? 0
        let text =
          page(Phrase(UnseenAnimal.allCases[best].calledName)) + " "
          + page.format(probabilities[place][best], as: .percent(digits: 0))
        return PictureGrid.Cell(
          set[place], caption: [best == label ? .good(text) : .bad(text)], frame: best == label ? .good : .bad)
      }
    }
    return PictureGrid(
      rowHeadings: UnseenAnimal.allCases.map { page(Phrase($0.appearance.phrase)) }, rows: rows, factor: 3)
  }
}

extension Tensor {
  /// The rows of `[n, m]`.
  var rows: [[Float]] {
    let (values, width) = (values, shape[1])
    return (0..<shape[0]).map { Array(values[$0 * width..<($0 + 1) * width]) }
  }
}
