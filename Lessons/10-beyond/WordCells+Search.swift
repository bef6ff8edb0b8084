import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

extension WordCells {
  // cell: search
  func search(_ page: Page) throws {
    let study = try page.study(Tongue.allCases, preparing: { seed in (seed, try world.learnt(seed: seed)) }) {
      tongue, prepared in
      let (seed, learnt) = prepared
      let test = world.test(seed: seed)
      let similarities = cosineSimilarities(
        learnt.encoder.vectors(pictures: test.pictures.inputs),
        learnt.vectors(test.appearances.map { tongue($0.phrase) }))
      return SearchScore(similarities, of: test)
    }

    page.report("words", of: study, as: .percent, \.words)
    page.report("pictures", of: study, as: .percent, \.pictures)
    page.report("animal", of: study, as: .percent, \.animal)
    page.report("colour", of: study, as: .percent, \.colour)
    page.report("marks", of: study, as: .percent, \.marks)
    page.measure("guess", 1 / Float(PairWorld.appearances.count), as: .percent)
    page.measure("test", PairWorld.testCount)
    page.claim(
      "as-good", study.gain(of: .indonesian, over: .english, \.pictures), .atLeast(-0.05), as: .percent)
    try page.figure(
      "search-scores",
      study.shareBars(
        page.term("share-right"),
        [
          ("whole-caption", \.pictures), ("right-animal", \.animal), ("right-colour", \.colour),
          ("right-marks", \.marks),
        ]))
    try page.figure("search", try finds(page))
  }

  /// What four queries find among the test pictures, in both languages in turn.
  private func finds(_ page: Page) throws -> PictureGrid {
    let learnt = try world.learnt(seed: page.seed), test = world.test(seed: page.seed)
    let asked: [(Tongue, Appearance)] = [
      (.english, Appearance(.horse, .white, Marks(.stripes, .black))),
      (.indonesian, Appearance(.owl, .brown, Marks(.spots, .white))),
      (.english, Appearance(.elephant, .orange)),
      (.indonesian, Appearance(.fish, .black, Marks(.stripes, .white))),
    ]
    let search = SimilaritySearch(among: learnt.encoder.vectors(pictures: test.pictures.inputs))
    let found = search(of: learnt.vectors(asked.map { $0($1.phrase) }), count: 6)
    return PictureGrid(
      rowHeadings: asked.map { "“\($0($1.phrase))”" },
      rows: zip(asked, found).map { question, neighbours in
        neighbours.map { neighbour in
          let isRight = test.appearances[test.pictures.labels[neighbour.index]] == question.1
          return PictureGrid.Cell(
            test.pictures[neighbour.index], caption: [.init(page.format(neighbour.similarity, as: .number))],
            frame: isRight ? .good : .bad)
        }
      }, factor: 3)
  }

  // cell: word-order
  func wordOrder(_ page: Page) throws {
    let study = try page.study(Tongue.allCases, preparing: { seed in (seed, try world.learnt(seed: seed)) }) {
      tongue, prepared in
      let (seed, learnt) = prepared
      let test = world.test(seed: seed)
      // Pictures of which another one has the same words in another order.
      let asked = test.pictures.labels.indices.compactMap { place in
        let own = test.appearances[test.pictures.labels[place]]
        return own.withColoursExchanged.map { (place, tongue(own.phrase), tongue($0.phrase)) }
      }
      let pictures = learnt.encoder.vectors(pictures: test.pictures.inputs(at: asked.map(\.0)))
      let own = (pictures * learnt.vectors(asked.map(\.1))).sum(along: [1])
      let other = (pictures * learnt.vectors(asked.map(\.2))).sum(along: [1])
      return zip(own.values, other.values).map { $0 - $1 }.share { $0 > 0 }
    }

    page.report(of: study, as: .percent)
    page.claim("order-english", study[.english], .atLeast(0.6), as: .percent)
    page.claim("order-indonesian", study[.indonesian], .atLeast(0.6), as: .percent)
  }
}

extension Appearance {
  /// The same animal with coat and marks in each other's colour, if there is such a one: its caption has the same words.
  var withColoursExchanged: Appearance? {
    guard let marks else { return nil }
    let exchanged = Appearance(animal, marks.colour, Marks(marks.shape, colour))
    return PairWorld.appearances.contains(exchanged) ? exchanged : nil
  }
}

/// How well pictures find words and words find pictures, as shares in [0, 1].
struct SearchScore {
  /// Of all captions, those whose nearest picture is as they say.
  let words: Float
  /// Of all pictures, those whose nearest caption is wholly right, or right in one point.
  let pictures, animal, colour, marks: Float

  /// Scores cosines `[pictures, appearances]`.
  init(_ similarities: Tensor, of test: CaptionedSet<Scoring>) {
    let labels = test.pictures.labels
    words = similarities.transposed().indicesOfLargest().enumerated().map { $0 }.share {
      labels[$0.element] == $0.offset
    }
    let answers = zip(similarities.indicesOfLargest(), labels).map { (test.appearances[$0], test.appearances[$1]) }
    pictures = answers.share { $0 == $1 }
    animal = answers.share { $0.animal == $1.animal }
    colour = answers.share { $0.colour == $1.colour }
    marks = answers.share { $0.marks == $1.marks }
  }
}
