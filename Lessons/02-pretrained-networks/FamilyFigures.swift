import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import Notebook

extension PretrainedFigures {
  /// Queries with the pictures of an album that are nearest to them, by pixels and by features.
  func neighbours(_ queries: [(name: Phrase, picture: Image)], in album: Album) throws {
    try page.figure("neighbours", neighboursGrid(queries, in: album, side: 128))
  }

  /// Pictures with their three nearest by pixels and by features, each of about so many pixels a side.
  func neighboursGrid(
    _ queries: [(name: Phrase, picture: Image)], in album: Album, side: Int
  ) -> PictureGrid {
    let pictures = Tensor(queries.map(\.picture))
    let nearest = zip(album.nearestByPixels(pictures, count: 3), album.nearestByFeatures(pictures, count: 3)).map {
      $0 + $1
    }
    let (pixels, features) = (page("pixels", id: "piksel"), page("features", id: "fitur"))
    return PictureGrid(
      columnHeadings: [page("picture", id: "gambar")] + (1...3).map { "\(pixels) \($0)" }
        + (1...3).map { "\(features) \($0)" },
      rows: zip(queries, nearest).map { query, places in
        [PictureGrid.Cell(query.picture.fitted(to: side), caption: [.strong(page(query.name))], frame: .strong)]
          + places.map { place in
            let label = album.pictures.classNames[album.pictures.labels[place]]
            return PictureGrid.Cell(album.pictures[place].fitted(to: side), caption: [.init(page(Phrase(label)))])
          }
      }, factor: 1)
  }

  /// Accuracy against multiplications for the networks of the course, on the source and on `farm`.
  func family(_ family: [FamilyMember]) throws {
    let title = Phrase(en: "The networks of the course", id: "Jaringan dalam kursus ini")
    let scores = Phrase(
      en: family.map { "\($0.name) \(Phrase($0.transfer, as: .percent).en)" }.joined(separator: ", "),
      id: family.map { "\($0.name) \(Phrase($0.transfer, as: .percent).id)" }.joined(separator: ", "))
    let known = family.compactMap { member in member.accuracy.map { (member, $0) } }
    let lowest = family.map { Double($0.transfer.mean) }.min() ?? 0
    try page.figure(
      "family", title: title,
      alternative: Phrase(
        en: """
          Accuracy against millions of multiplications. On the source the networks can hardly be told apart; on \
          farm, with 20 pictures a class, they come to \(scores.en).
          """,
        id: """
          Akurasi terhadap juta perkalian. Pada sumber, jaringan-jaringan itu nyaris tak terbedakan; pada farm, \
          dengan 20 gambar tiap kelas, hasilnya \(scores.id).
          """),
      caption: areaCaption,
      image: scatter(
        title, accuracy: Axis.percent(page("test accuracy", id: "akurasi uji"), range: lowest - 0.05...1.03),
        multiplications: Phrase(en: "multiplications (millions)", id: "perkalian (juta)"),
        [
          (
            page("on the source", id: "pada sumber"),
            known.map { Dot("", $0.multiplications, 1e6, $1, $0.parameters) }
          ),
          (
            page("on farm, linear probe", id: "pada farm, probe linear"),
            family.map { Dot($0.name, $0.multiplications, 1e6, Double($0.transfer.mean), $0.parameters) }
          ),
        ]))
  }

  /// The published accuracy against multiplications for the well-known architectures.
  func published(_ counts: [PublishedArchitecture.Count]) throws {
    let title = Phrase(en: "The well-known families on ImageNet", id: "Keluarga ternama pada ImageNet")
    try page.figure(
      "published", title: title,
      alternative: Phrase(
        en: """
          Published accuracy against billions of multiplications: VGG-16 needs {{published.vgg16.multiplications}} \
          billion, MobileNetV2 {{published.mobilenet_v2.multiplications}} billion for about the same accuracy; \
          ResNet-50 is the most accurate. The larger the dot, the more parameters.
          """,
        id: """
          Akurasi terpublikasi terhadap miliar perkalian: VGG-16 memerlukan {{published.vgg16.multiplications}} \
          miliar, MobileNetV2 {{published.mobilenet_v2.multiplications}} miliar untuk akurasi yang hampir sama; \
          ResNet-50 paling akurat. Makin besar titiknya, makin banyak parameternya.
          """),
      caption: areaCaption,
      image: scatter(
        title, accuracy: .percent(page("ImageNet accuracy, published", id: "akurasi ImageNet, dipublikasikan")),
        multiplications: Phrase(en: "multiplications (billions), counted", id: "perkalian (miliar), dihitung"),
        [("", counts.map { Dot($0.published.name, $0.multiplications, 1e9, $0.published.accuracy, $0.parameters) })]))
  }

  private var areaCaption: Phrase {
    Phrase(
      en: "The area of a dot is proportional to the number of parameters.",
      id: "Luas titik sebanding dengan banyaknya parameter.")
  }

  private func scatter(
    _ title: Phrase, accuracy: Axis, multiplications: Phrase, _ groups: [(name: String, dots: [Dot])]
  ) -> Image {
    let dots = groups.flatMap(\.dots)
    let most = dots.map(\.parameters).max() ?? 1
    let costs = dots.map(\.cost)
    return ScatterChart(
      title: page(title),
      x: Axis(
        page(multiplications), scale: .logarithmic, range: (costs.min() ?? 1) / 1.8...(costs.max() ?? 1) * 1.8),
      y: accuracy,
      groups: groups.map { name, dots in
        .init(
          name,
          dots.map {
            .init(x: $0.cost, y: $0.accuracy, label: $0.name, radius: max(3, 20 * ($0.parameters / most).squareRoot()))
          })
      }, style: page.style
    ).image()
  }
}

/// A network in a plane of cost and accuracy.
private struct Dot {
  let name: String
  let cost, accuracy, parameters: Double

  init(_ name: String, _ multiplications: Int, _ unit: Double, _ accuracy: Double, _ parameters: Int) {
    self.name = name
    cost = Double(multiplications) / unit
    self.accuracy = accuracy
    self.parameters = Double(parameters)
  }
}
