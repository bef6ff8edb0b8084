import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import Notebook
import TransferLearning

/// The figures of the lesson, with their titles and alternative texts in both languages.
struct DomainsFigures {
  let page: Page

  /// Six cars, and what a network for digits reads in them.
  func narrow(_ reader: DigitReader, _ pictures: TestSet) throws {
    let places = pictures.labels.indices.filter { pictures.labels[$0] == 0 }.prefix(6)
    let cars = try places.map { try page.picture("car-\($0)", pictures[$0]) }
    let probabilities = reader.probabilities(Tensor(cars))
    let digits = probabilities.indicesOfLargest()
    let sure = probabilities.gather(digits).values
    let title = Phrase(en: "What a network for digits reads in cars", id: "Apa yang dibaca jaringan angka pada mobil")
    try page.figure(
      "narrow", title: title,
      alternative: Phrase(
        en: "Six pictures of cars; under each the digit that the network reads in it: \(list(digits)).",
        id: "Enam gambar mobil; di bawah masing-masing angka yang dibaca jaringan padanya: \(list(digits))."),
      image: PictureGrid(
        title: page(title),
        cells: cars.indices.map { index in
          PictureGrid.Cell(
            cars[index],
            caption: [
              .strong(page("reads \(digits[index])", id: "terbaca \(digits[index])")),
              .init("p = \(page.format(sure[index], as: .percent))"),
            ])
        }, columns: 6, factor: 4, style: page.style
      ).image())
  }

  private func list(_ digits: [Int]) -> String { digits.map(String.init).joined(separator: ", ") }

  /// Six of each drink, and six of which no one can tell whether they are tea or coffee.
  func drinks(_ served: [(label: Int, scene: Scene)]) throws {
    let menu = ClassificationTask.drinks.classNames.map { page(Phrase($0)) }
    let lookalikes = { (scene: Scene) in [.tea, .coffee].contains(scene.category) && scene.breed > 6 }
    let clear = served.filter { !lookalikes($0.scene) }
    let alike = [0, 2].map { label in served.filter { $0.label == label && lookalikes($0.scene) }.prefix(3) }
    let rows = menu.indices.map { label in clear.filter { $0.label == label }.prefix(6).map(\.scene) }
    let last = zip(alike[0], alike[1]).flatMap { [$0, $1] }
    try page.figure(
      "drinks",
      PictureGrid(
        rowHeadings: menu + [page("which is it?", id: "yang mana?")],
        rows: rows.map { $0.map { picture($0) } } + [last.map { picture($0.scene, caption: menu[$0.label]) }],
        factor: 1))
  }

  private func picture(_ scene: Scene, style: Style = .photo, caption: String? = nil) -> PictureGrid.Cell {
    PictureGrid.Cell(
      scene.picture(size: 104, style: style).withChannels(3), caption: caption.map { [.init($0)] } ?? [])
  }

  /// Some scenes, each in all styles.
  func styles(_ scenes: [Scene]) throws {
    let names = Style.allCases.map { page(Phrase($0.name)) }
    let captions = Phrase { language in scenes.map { Phrase($0.caption)(language) }.joined(separator: "; ") }
    let title = Phrase(en: "The same scenes in five styles", id: "Adegan yang sama dalam lima gaya")
    try page.figure(
      "styles", title: title,
      alternative: Phrase(
        en: "Three scenes as photo, sketch, painting, by night and in grey: \(captions.en).",
        id: "Tiga adegan sebagai foto, sketsa, lukisan, pada malam hari, dan abu-abu: \(captions.id)."),
      image: PictureGrid(
        title: page(title), columnHeadings: names,
        rows: scenes.map { scene in
          Style.allCases.map { style in PictureGrid.Cell(scene.picture(size: 136, style: style).withChannels(3)) }
        }, factor: 1, style: page.style
      ).image())
  }

  /// Pictures of the source and of the target of each pair, with the conditions that the checker found.
  func pairs(_ pairs: [DomainPair], _ comparisons: [DomainComparison]) throws {
    let source = page("source", id: "sumber"), target = page("target", id: "target")
    let found = comparisons.map { comparison in
      let symbols = DomainComparison.Condition.allCases.filter(comparison.conditions.contains).map(\.symbol)
      return symbols.isEmpty
        ? page("nothing differs", id: "tak ada yang berbeda")
        : symbols.joined(separator: ", ").replacing(" ", with: "\u{A0}")
    }
    try page.figure(
      "pairs",
      PictureGrid(
        columnHeadings: [source, source, source, target, target, target],
        rowHeadings: zip(pairs, found).map { "\(page($0.name)): \($1)" },
        rows: zip(pairs, [[2, 7, 9], [2, 7, 9], [5, 6, 13], [0, 11, 15]]).map { pair, places in
          [pair.source, pair.target].flatMap { world in
            places.map {
              PictureGrid.Cell(world.testScene($0).picture(size: 96, style: world.style).withChannels(3))
            }
          }
        }, factor: 1))
  }
}
