import Autograd
import Charts
import Datasets
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
    let title = Phrase(
      en: "Three dogs, as the network receives them", id: "Tiga anjing, seperti yang diterima jaringan")
    try page.figure(
      "dogs", title: title,
      alternative: Phrase(
        en: """
          Three pictures of dogs of 64 by 64 pixels. Under each are bars of the network's probabilities; for the first it \
          is dog {{dogs.probability}} and cat {{dogs.cat}}.
          """,
        id: """
          Tiga gambar anjing berukuran 64 kali 64 piksel. Di bawahnya ada batang probabilitas dari jaringan; untuk yang \
          pertama anjing {{dogs.probability}} dan kucing {{dogs.cat}}.
          """),
      image: PictureGrid(
        title: page(title), rows: [shown.map { cell($0) }], factor: 3, style: page.style
      ).image())
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
    let title = Phrase(
      en: "The same size of change: by chance, and along the gradient",
      id: "Perubahan sama besar: acak, dan menurut gradien")
    try page.figure(
      "one-step", title: title,
      alternative: Phrase(
        en: """
          Two dogs, each as it is, with every value moved by 8/255 at random, and with every value moved by 8/255 against \
          the gradient. All look alike. The network gives the first, shaken at random, {{one-step.random}} for dog; after \
          the step it gives {{one-step.dog}} for dog and {{one-step.cat}} for cat.
          """,
        id: """
          Dua anjing, masing-masing seperti aslinya, dengan setiap nilai digeser 8/255 secara acak, dan dengan setiap nilai \
          digeser 8/255 melawan gradien. Semuanya tampak serupa. Untuk anjing pertama yang digeser acak jaringan memberi \
          {{one-step.random}} bagi anjing; setelah langkah itu {{one-step.dog}} bagi anjing dan {{one-step.cat}} bagi kucing.
          """),
      image: PictureGrid(
        title: page(title),
        columnHeadings: [
          page("original", id: "asli"), page("random, ±8/255", id: "acak, ±8/255"),
          page("one step, ±8/255", id: "satu langkah, ±8/255"),
        ], rows: rows.map { $0.map { cell($0) } }, factor: 3, style: page.style
      ).image())
  }

  /// Dogs, what was changed, and what became of them.
  func steps(_ rows: [[Exhibit]]) throws {
    let title = Phrase(en: "Three dogs that the network takes for cats", id: "Tiga anjing yang disangka kucing")
    try page.figure(
      "steps", title: title,
      alternative: Phrase(
        en: """
          Three dogs, what was changed, sixteen times as large with no change in grey, and the changed pictures, which look \
          the same. No value has moved by more than {{steps.largest}} of 255 levels; before, the bars below show dog, and \
          after it cat.
          """,
        id: """
          Tiga anjing, perubahannya yang diperbesar enam belas kali dengan abu-abu berarti tak berubah, dan gambar hasilnya, \
          yang tampak sama. Tak ada nilai yang bergeser lebih dari {{steps.largest}} dari 255 aras; sebelumnya batang di \
          bawah gambar menunjukkan anjing, sesudahnya kucing.
          """),
      image: PictureGrid(
        title: page(title),
        columnHeadings: [
          page("original", id: "asli"), page("change × 16", id: "perubahan × 16"), page("result", id: "hasil"),
        ],
        rows: rows.map { row in [cell(row[0]), change(row[1], from: row[0].picture, times: 16), cell(row[1])] },
        factor: 3, style: page.style
      ).image())
  }

  /// The dog that takes least and the one that takes most: as they are, a level short of success, and fooled.
  func onePicture(_ rows: [[Exhibit]]) throws {
    let title = Phrase(
      en: "The easiest dog and the hardest", id: "Anjing yang paling mudah dan yang paling sulit")
    try page.figure(
      "one-picture", title: title,
      alternative: Phrase(
        en: """
          Two dogs, each unchanged, changed by one level less than it takes, and by just as much as it takes: \
          {{one-picture.easiest}}/255 for the first and {{one-picture.hardest}}/255 for the second.
          """,
        id: """
          Dua anjing, masing-masing tanpa perubahan, dengan satu aras kurang dari yang diperlukan, dan dengan perubahan yang \
          tepat cukup: {{one-picture.easiest}}/255 untuk yang pertama dan {{one-picture.hardest}}/255 untuk yang kedua.
          """),
      image: PictureGrid(
        title: page(title),
        columnHeadings: [
          page("original", id: "asli"), page("not quite", id: "belum cukup"), page("just enough", id: "tepat cukup"),
        ],
        rowHeadings: [page("easiest", id: "termudah"), page("hardest", id: "tersulit")],
        rows: rows.map { row in
          row.map { cell($0, heading: "ε = \($0.outcome.distance.levels)/255") }
        }, factor: 3, style: page.style
      ).image())
  }

  /// What a large change makes of five dogs, on the plain network and on its robust twin.
  func large(_ dogs: Tensor, _ columns: [Verdicts]) throws {
    let title = Phrase(
      en: "A large change, L2 8: what the plain network and its robust twin take for cats",
      id: "Perubahan besar, L2 8: yang disangka kucing oleh jaringan biasa dan kembaran tangguhnya")
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
      "large", title: title,
      alternative: Phrase(
        en: """
          Five dogs. Below them what the attack made of them on the plain network: dogs under a grain, of which that network \
          gives {{large.plain.itself}} for cat and the judge {{large.plain.judge}}. Below that, on the robust twin: dogs with \
          pointed ears drawn above their heads and with bright eyes; the twin {{large.robust.itself}}, the judge \
          {{large.robust.judge}}.
          """,
        id: """
          Lima anjing. Di bawahnya hasil serangan pada jaringan biasa: anjing di bawah bintik-bintik, dengan probabilitas \
          kucing {{large.plain.itself}} dari jaringan itu dan {{large.plain.judge}} dari juri. Di bawahnya lagi, pada kembaran \
          tangguh: anjing dengan telinga runcing di atas kepala dan mata yang terang; {{large.robust.itself}} dari kembaran \
          itu, {{large.robust.judge}} dari juri.
          """),
      caption: Phrase(
        en: "Bars: probability of cat, by the network that was attacked and by `resnet20`, which was not.",
        id: "Batang: probabilitas kucing, menurut jaringan yang diserang dan menurut `resnet20`, yang tidak diserang."),
      image: PictureGrid(
        title: page(title),
        rowHeadings: [
          page("dogs", id: "anjing"), page("plain network", id: "jaringan biasa"),
          page("robust twin", id: "kembaran tangguh"),
        ], rows: [dogs.pictures.map { PictureGrid.Cell($0) }] + columns.map(row), factor: 3, style: page.style
      ).image())
  }

  /// A dog, what a loop without a bound makes of it, and what one with a bound does.
  func noBound(_ shown: [Exhibit]) throws {
    let title = Phrase(en: "Without a bound, and with one", id: "Tanpa batas, dan dengan batas")
    try page.figure(
      "no-bound", title: title,
      alternative: Phrase(
        en: """
          A dog; the dog under strong coloured grain after a hundred steps without a bound, in which a value has moved by \
          {{no-bound.largest}} of 255 levels; and the dog with a bound of 8, which looks like the original.
          """,
        id: """
          Seekor anjing; anjing yang sama di bawah bintik berwarna yang kuat setelah seratus langkah tanpa batas, dengan \
          nilai yang bergeser sampai {{no-bound.largest}} dari 255 aras; dan anjing dengan batas 8, yang tampak seperti aslinya.
          """),
      image: PictureGrid(
        title: page(title),
        columnHeadings: [
          page("original", id: "asli"), page("100 steps, no bound", id: "100 langkah, tanpa batas"),
          page("10 steps, ε = 8/255", id: "10 langkah, ε = 8/255"),
        ],
        rows: [
          shown.enumerated().map { place, exhibit in
            place == 0 ? cell(exhibit) : cell(exhibit, heading: "L∞ \(exhibit.outcome.distance.levels)/255")
          }
        ], factor: 3, style: page.style
      ).image())
  }

  /// Three changes, each stretched until it fills the range, and all three with one factor.
  func stretched(_ dog: Tensor, _ levels: [Float], _ attacked: [Tensor]) throws {
    let title = Phrase(
      en: "Stretched for show, and with one factor", id: "Direntangkan agar tampak, dan dengan satu faktor")
    func row(_ factor: (Float) -> Float) -> [PictureGrid.Cell?] {
      zip(levels, attacked).map { level, picture in
        PictureGrid.Cell(
          picture.pictures[0].change(from: dog.pictures[0], times: factor(level)),
          caption: [.init("× \(page.format(factor(level), as: .number(digits: 1)))")])
      }
    }
    try page.figure(
      "stretched", title: title,
      alternative: Phrase(
        en: """
          The changes of a dog within 1, 4 and 16 of 255 levels. Above, each is stretched to the whole range, and they look \
          equally strong; below, all are 8 times as large, and the first is almost even grey.
          """,
        id: """
          Perubahan seekor anjing dalam batas 1, 4, dan 16 dari 255 aras. Di atas, masing-masing direntangkan ke seluruh \
          rentang dan tampak sama kuat; di bawah, semuanya diperbesar 8 kali dan yang pertama hampir abu-abu rata.
          """),
      image: PictureGrid(
        title: page(title), columnHeadings: levels.map { "ε = \(Int($0))/255" },
        rowHeadings: [page("each stretched", id: "direntangkan masing-masing"), page("one factor", id: "satu faktor")],
        rows: [row { 127.5 / $0 }, row { _ in 8 }], factor: 3, style: page.style
      ).image())
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
