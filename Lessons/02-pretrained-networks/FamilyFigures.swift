import Autograd
import Charts
import Datasets
import Imaging
import Notebook

extension PretrainedFigures {
  /// Queries with the pictures of an album that are nearest to them, by pixels and by features.
  func neighbours(_ queries: [(name: Phrase, picture: Image)], in album: Album) throws {
    let title = Phrase(
      en: "Neighbours by pixels, neighbours by features", id: "Tetangga menurut piksel dan menurut fitur")
    let pictures = Tensor(queries.map(\.picture))
    let nearest = zip(album.nearestByPixels(pictures, count: 3), album.nearestByFeatures(pictures, count: 3)).map {
      $0 + $1
    }
    let (pixels, features) = (page("pixels", id: "piksel"), page("features", id: "fitur"))
    try page.figure(
      "neighbours", title: title,
      alternative: Phrase(
        en: """
          Three pictures, this lesson's, a zebra and a cow, each with its three nearest by pixels, which share its \
          background and colours, and its three nearest by features, which show animals that look like it.
          """,
        id: """
          Tiga gambar, yaitu gambar pelajaran ini, zebra, dan sapi, masing-masing dengan tiga tetangga menurut piksel, yang \
          sama latar dan warnanya, dan tiga tetangga menurut fitur, yang hewannya mirip.
          """),
      image: PictureGrid(
        title: page(title),
        columnHeadings: [page("picture", id: "gambar")] + (1...3).map { "\(pixels) \($0)" }
          + (1...3).map { "\(features) \($0)" },
        rows: zip(queries, nearest).map { query, places in
          [PictureGrid.Cell(query.picture, caption: [.strong(page(query.name))], frame: .strong)]
            + places.map { place in
              let label = album.pictures.classNames[album.pictures.labels[place]]
              return PictureGrid.Cell(album.pictures[place], caption: [.init(page(Phrase(label)))])
            }
        }, factor: 2, style: page.style
      ).image())
  }

  /// Accuracy against multiplications for the networks of the course.
  func family(_ family: [FamilyMember]) throws {
    let title = Phrase(en: "The networks of the course", id: "Jaringan dalam kursus ini")
    let names = Phrase(family.map(\.name).joined(separator: ", "))
    try page.figure(
      "family", title: title,
      alternative: Phrase(
        en:
          "Test accuracy against millions of multiplications for \(names.en); the larger the dot, the more parameters.",
        id: "Akurasi uji terhadap juta perkalian untuk \(names.id); makin besar titiknya, makin banyak parameternya."),
      caption: areaCaption,
      image: scatter(
        title, accuracy: Phrase(en: "test accuracy", id: "akurasi uji"),
        multiplications: Phrase(en: "multiplications (millions)", id: "perkalian (juta)"),
        family.compactMap { member in
          member.accuracy.map { (member.name, Double(member.multiplications) / 1e6, $0, member.parameters) }
        }))
  }

  /// The published accuracy against multiplications for the well-known architectures.
  func published(_ counts: [PublishedArchitecture.Count]) throws {
    let title = Phrase(en: "The well-known families on ImageNet", id: "Keluarga ternama pada ImageNet")
    try page.figure(
      "published", title: title,
      alternative: Phrase(
        en: """
          Published accuracy against billions of multiplications: VGG-16 needs {{published.vgg16.multiplications}} billion, \
          MobileNetV2 {{published.mobilenet_v2.multiplications}} billion for about the same accuracy; ResNet-50 is the most \
          accurate. The larger the dot, the more parameters.
          """,
        id: """
          Akurasi terpublikasi terhadap miliar perkalian: VGG-16 memerlukan {{published.vgg16.multiplications}} miliar, \
          MobileNetV2 {{published.mobilenet_v2.multiplications}} miliar untuk akurasi yang hampir sama; ResNet-50 paling \
          akurat. Makin besar titiknya, makin banyak parameternya.
          """),
      caption: areaCaption,
      image: scatter(
        title, accuracy: Phrase(en: "ImageNet accuracy, published", id: "akurasi ImageNet, dipublikasikan"),
        multiplications: Phrase(en: "multiplications (billions), counted", id: "perkalian (miliar), dihitung"),
        counts.map { ($0.published.name, Double($0.multiplications) / 1e9, $0.published.accuracy, $0.parameters) }))
  }

  private var areaCaption: Phrase {
    Phrase(
      en: "The area of a dot is proportional to the number of parameters.",
      id: "Luas titik sebanding dengan banyaknya parameter.")
  }

  private func scatter(
    _ title: Phrase, accuracy: Phrase, multiplications: Phrase,
    _ marks: [(name: String, cost: Double, accuracy: Double, parameters: Int)]
  ) -> Image {
    let most = Double(marks.map(\.parameters).max() ?? 1)
    let costs = marks.map(\.cost)
    return ScatterChart(
      title: page(title),
      x: Axis(
        page(multiplications), scale: .logarithmic, range: (costs.min() ?? 1) / 1.8...(costs.max() ?? 1) * 1.8),
      y: .percent(page(accuracy)),
      groups: [
        .init(
          "",
          marks.map {
            .init(x: $0.cost, y: $0.accuracy, label: $0.name, radius: 20 * (Double($0.parameters) / most).squareRoot())
          })
      ], style: page.style
    ).image()
  }
}
