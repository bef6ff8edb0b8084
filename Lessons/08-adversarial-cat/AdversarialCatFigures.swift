import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import Notebook
import Visualization

/// The figures of the lesson that show pictures, with their titles and alternative texts in both languages.
struct AdversarialCatFigures {
  let page: Page
  let cells: AdversarialCatCells

  /// Three dogs as the network receives them.
  func dogs(_ shown: [Exhibit]) throws {
    try page.figure(
      "dogs",
      PictureGrid(
        rows: [shown.map { cell($0) }], factor: 3))
  }

  /// A dog, the gradient with zero in grey, and its signs.
  func gradient(_ picture: Tensor, _ gradient: Tensor) throws {
    let title = Phrase(en: "Which way each value should go", id: "Ke mana setiap nilai sebaiknya bergeser")
    // One value in a hundred is beyond black or white.
    let sorted = gradient.abs().values.sorted()
    let power = Float(0.5 / sorted[sorted.count * 99 / 100])
    let factor = power > 10 ? (power / 10).rounded() * 10 : power.rounded()
    func grey(_ tensor: Tensor, _ factor: Float) -> Image { (tensor * factor + 0.5).pictures[0] }
    let number = page.format(factor, as: .number(digits: 0))
    try page.figure(
      "gradient", title: title,
      alternative: Phrase(
        en: """
          A dog; the gradient of the loss for cat, \(number) times as large, with zero in grey: coloured specks, strongest \
          around the head; and its signs: a picture of pure colours in which the dog can hardly be made out.
          """,
        id: """
          Seekor anjing; gradien kerugian untuk kucing, diperbesar \(number) kali, dengan nol sebagai abu-abu: bintik-bintik \
          berwarna, terkuat di sekitar kepala; dan tanda-tandanya: gambar warna murni yang hampir tak memperlihatkan anjing.
          """),
      caption: Phrase(
        en: "Zero is grey in both; one value in a hundred of the middle picture would be beyond black or white.",
        id: "Nol berwarna abu-abu pada keduanya; satu dari seratus nilai pada gambar tengah melampaui hitam atau putih."
      ),
      image: PictureGrid(
        title: page(title),
        columnHeadings: [
          page("dog", id: "anjing"), page("gradient × \(number)", id: "gradien × \(number)"),
          page("its signs, −1 or +1", id: "tandanya, −1 atau +1"),
        ],
        rows: [[picture.pictures[0], grey(gradient, factor), grey(gradient.signs, 0.5)].map { PictureGrid.Cell($0) }],
        factor: 4,
        style: page.style
      ).image())
  }

  /// Two dogs, shaken by chance and moved along the signs of the gradient.
  func oneStep(_ rows: [[Exhibit]]) throws {
    try page.figure(
      "one-step",
      PictureGrid(
        columnHeadings: [
          page("original", id: "asli"), page("random, ±8/255", id: "acak, ±8/255"),
          page("one step, ±8/255", id: "satu langkah, ±8/255"),
        ], rows: rows.map { $0.map { cell($0) } }, factor: 3))
  }

  /// Dogs, what was changed, and what became of them.
  func steps(_ rows: [[Exhibit]]) throws {
    try page.figure(
      "steps",
      PictureGrid(
        columnHeadings: [
          page("original", id: "asli"), page("change × 16", id: "perubahan × 16"), page("result", id: "hasil"),
        ],
        rows: rows.map { row in [cell(row[0]), change(row[1], from: row[0].picture, times: 16), cell(row[1])] },
        factor: 3))
  }

  /// The dog that takes least and the one that takes most: as they are, a level short of success, and fooled.
  func onePicture(_ rows: [[Exhibit]]) throws {
    try page.figure(
      "one-picture",
      PictureGrid(
        columnHeadings: [
          page("original", id: "asli"), page("not quite", id: "belum cukup"), page("just enough", id: "tepat cukup"),
        ],
        rowHeadings: [page("easiest", id: "termudah"), page("hardest", id: "tersulit")],
        rows: rows.map { row in
          row.map { cell($0, heading: "ε = \($0.outcome.distance.levels)/255") }
        }, factor: 3))
  }

  /// What a large change makes of five dogs, on the plain network and on its robust twin.
  func large(_ dogs: Tensor, _ columns: [Verdicts]) throws {
    func row(_ verdicts: Verdicts) -> [PictureGrid.Cell?] {
      verdicts.pictures.indices.map { place in
        PictureGrid.Cell(
          verdicts.pictures[place],
          caption: [
            bar(page("itself", id: "ia sendiri"), verdicts.itself[place], .plain),
            bar(page("judge", id: "juri"), verdicts.judge[place], .strong),
          ])
      }
    }
    try page.figure(
      "large",
      PictureGrid(
        rowHeadings: [
          page("dogs", id: "anjing"), page("plain network", id: "jaringan biasa"),
          page("robust twin", id: "kembaran tangguh"),
        ], rows: [dogs.pictures.map { PictureGrid.Cell($0) }] + columns.map(row), factor: 3))
  }

  /// A dog, what a loop without a bound makes of it, and what one with a bound does.
  func noBound(_ shown: [Exhibit]) throws {
    try page.figure(
      "no-bound",
      PictureGrid(
        columnHeadings: [
          page("original", id: "asli"), page("100 steps, no bound", id: "100 langkah, tanpa batas"),
          page("10 steps, ε = 8/255", id: "10 langkah, ε = 8/255"),
        ],
        rows: [
          shown.enumerated().map { place, exhibit in
            place == 0 ? cell(exhibit) : cell(exhibit, heading: "L∞ \(exhibit.outcome.distance.levels)/255")
          }
        ], factor: 3))
  }

  /// Three changes, each stretched until it fills the range, and all three with one factor.
  func stretched(_ dog: Tensor, _ levels: [Float], _ attacked: [Tensor]) throws {
    func row(_ factor: (Float) -> Float) -> [PictureGrid.Cell?] {
      zip(levels, attacked).map { level, picture in
        PictureGrid.Cell(
          picture.pictures[0].change(from: dog.pictures[0], times: factor(level)),
          caption: [.init("× \(page.format(factor(level), as: .number(digits: 1)))")])
      }
    }
    try page.figure(
      "stretched",
      PictureGrid(
        columnHeadings: levels.map { "ε = \(Int($0))/255" },
        rowHeadings: [page("each stretched", id: "direntangkan masing-masing"), page("one factor", id: "satu faktor")],
        rows: [row { 127.5 / $0 }, row { _ in 8 }], factor: 3))
  }

  // MARK: - Parts

  private var parts: ExhibitCells {
    ExhibitCells(
      page: page, names: cells.network.classes.map(Subject.phrase), shown: [cells.dog.label, cells.cat.label])
  }

  private func cell(_ exhibit: Exhibit, heading: String? = nil) -> PictureGrid.Cell {
    parts.cell(exhibit, heading: heading)
  }

  private func bar(_ name: String, _ share: Float, _ emphasis: PictureGrid.Caption.Emphasis) -> PictureGrid.Caption {
    parts.bar(name, share, emphasis)
  }

  private func change(_ exhibit: Exhibit, from original: Image, times factor: Float) -> PictureGrid.Cell {
    parts.change(exhibit, from: original, times: factor)
  }
}
