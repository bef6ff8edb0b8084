import Autograd
import Charts
import Imaging
import ModelZoo
import Notebook

/// The figures of the lesson, with their titles and alternative texts in both languages.
struct IdealImageFigures {
  let page: Page

  /// Three real pictures of each subject and the mean of many, a row for each subject.
  func realPictures(_ rows: [[Drawing]]) throws {
    let title = Phrase(en: "Real pictures, and the mean of a hundred", id: "Gambar nyata, dan rata-rata dari seratus")
    try page.figure(
      "real-pictures", title: title,
      alternative: Phrase(
        en: """
          Three pictures each of a cat, a dog and a zebra, and the blurred mean of a hundred of each, for which the network \
          gives {{real-pictures.cat.mean}}, {{real-pictures.dog.mean}} and {{real-pictures.zebra.mean}}.
          """,
        id: """
          Masing-masing tiga gambar kucing, anjing, dan zebra, serta rata-rata kabur dari seratus gambar tiap kelas; untuk \
          rata-rata itu jaringan memberi {{real-pictures.cat.mean}}, {{real-pictures.dog.mean}}, dan \
          {{real-pictures.zebra.mean}}.
          """),
      image: PictureGrid(
        title: page(title), columnHeadings: ["1", "2", "3", page("mean of 100", id: "rata-rata 100")],
        rowHeadings: rows.map { page($0[0].subject.phrase) }, rows: rows.map { $0.map { cell($0) } }, style: page.style
      ).image())
  }

  /// The logits of one picture as bars.
  func logits(_ logits: Tensor, of classes: [String]) throws {
    let title = Phrase(en: "What the network says about grey noise", id: "Apa kata jaringan tentang derau kelabu")
    try page.figure(
      "noise", title: title,
      alternative: Phrase(
        en: "Bars of the sixteen logits for a picture of grey noise; the largest is that of {{noise.first}}.",
        id: "Batang enam belas logit untuk gambar derau kelabu; yang terbesar milik {{noise.first}}."),
      image: BarChart(
        title: page(title), categories: classes.map { page(Subject.phrase($0)) }, value: Axis("logit"),
        series: [.init("logit", logits.values.map(Double.init))], style: page.style
      ).image())
  }

  /// What came of every seed, a row for each subject.
  func pixelsAlone(_ rows: [[Drawing]]) throws {
    let title = Phrase(en: "Gradient descent on the pixels alone", id: "Penurunan gradien pada piksel saja")
    try page.figure(
      "pixels-alone", title: title,
      alternative: Phrase(
        en: """
          Five pictures each of cat, dog and zebra, drawn from five noises: all are coloured noise in which no animal can be \
          seen, and the network is sure of them, {{pixels-alone.probability}} on average.
          """,
        id: """
          Masing-masing lima gambar kucing, anjing, dan zebra, digambar dari lima derau: semuanya derau berwarna tanpa hewan \
          yang tampak, dan jaringan yakin, rata-rata {{pixels-alone.probability}}.
          """),
      image: PictureGrid(
        title: page(title), columnHeadings: page.seeds.map { page("seed \($0)", id: "benih \($0)") },
        rowHeadings: rows.map { page($0[0].subject.phrase) }, rows: rows.map { $0.map { cell($0) } }, factor: 2,
        style: page.style
      ).image())
  }

  /// Probability, variation and fine detail against the weight, with their spread over the seeds.
  func sweepCurves(_ weights: [Float], _ drawings: [[Drawing]]) throws {
    let title = Phrase(en: "What the weight of the variation loss does", id: "Pengaruh bobot kerugian variasi")
    try page.figure(
      "sweep-curves", title: title,
      alternative: Phrase(
        en: """
          Three curves against the weight from 0.1 to 100: the probability of zebra falls slowly to \
          {{variation-sweep.heaviest.probability}}, while variation and fine detail fall by more than a factor of ten.
          """,
        id: """
          Tiga kurva terhadap bobot dari 0,1 sampai 100: probabilitas zebra turun perlahan menjadi \
          {{variation-sweep.heaviest.probability}}, sedangkan variasi dan rincian halus turun lebih dari sepuluh kali.
          """),
      image: LineChart(
        title: page(title),
        x: Axis(page("weight of the variation loss", id: "bobot kerugian variasi"), scale: .logarithmic),
        panels: [
          panel(weights, drawings, .percent(page("probability of zebra", id: "probabilitas zebra")), \.probability),
          panel(
            weights, drawings,
            Axis(page("variation, × a real picture's", id: "variasi, × gambar nyata"), scale: .logarithmic), \.variation
          ),
          panel(
            weights, drawings,
            Axis(page("fine detail, × a real picture's", id: "rincian halus, × gambar nyata"), scale: .logarithmic),
            \.detail),
        ], style: page.style
      ).image())
  }

  /// What the first seed came to at every weight.
  func sweepPictures(_ weights: [Float], _ drawings: [[Drawing]]) throws {
    let title = Phrase(en: "One noise, seven weights, seven zebras", id: "Satu derau, tujuh bobot, tujuh zebra")
    try page.figure(
      "sweep-pictures", title: title,
      alternative: Phrase(
        en: """
          Seven pictures of a zebra from one noise, from coloured noise at the lightest weight to a few stripes on an empty \
          ground at the heaviest.
          """,
        id: """
          Tujuh gambar zebra dari satu derau, dari derau berwarna pada bobot teringan sampai beberapa garis di atas latar \
          kosong pada bobot terberat.
          """),
      image: PictureGrid(
        title: page(title),
        cells: zip(weights, drawings).map { weight, drawings in
          let number = page.format(weight, as: .number(digits: weight < 1 ? 1 : 0))
          return cell(drawings[0], heading: page("weight \(number)", id: "bobot \(number)"))
        }, columns: 4, style: page.style
      ).image())
  }

  /// The noise and the two pictures that came of it, a row for each subject.
  func withAndWithout(_ rows: [[Drawing]]) throws {
    let title = Phrase(
      en: "The ideal cat, dog and zebra, without and with variation loss",
      id: "Kucing, anjing, dan zebra ideal, tanpa dan dengan kerugian variasi")
    try page.figure(
      "with-and-without", title: title,
      alternative: Phrase(
        en: """
          For cat, dog and zebra the same noise, what gradient descent makes of it without variation loss, which is noise, \
          and with it: calm pictures in which the zebra has stripes; the network gives {{with-and-without.probability}}.
          """,
        id: """
          Untuk kucing, anjing, dan zebra: derau yang sama, hasil penurunan gradien tanpa kerugian variasi yang tetap berupa \
          derau, dan dengannya: gambar tenang dengan garis-garis pada zebra; jaringan memberi \
          {{with-and-without.probability}}.
          """),
      image: PictureGrid(
        title: page(title),
        columnHeadings: [
          page("noise", id: "derau"), page("without variation loss", id: "tanpa kerugian variasi"),
          page("with variation loss", id: "dengan kerugian variasi"),
        ],
        rowHeadings: rows.map { page($0[0].subject.phrase) }, rows: rows.map { $0.map { cell($0) } }, style: page.style
      ).image())
  }

  /// A picture with its heading, the probabilities of its class and its variation.
  func cell(_ drawing: Drawing, heading: String? = nil) -> PictureGrid.Cell {
    let probability = page.format(drawing.probability, as: .percent)
    let judge = page.format(drawing.judge, as: .percent)
    let factor = page.format(drawing.variation, as: .factor)
    let lines: [PictureGrid.Caption] = [
      .init("p = \(probability)"), .init(page("judge \(judge)", id: "juri \(judge)")),
      .muted(page("variation \(factor)", id: "variasi \(factor)")),
    ]
    return PictureGrid.Cell(drawing.picture, caption: (heading.map { [.strong($0)] } ?? []) + lines)
  }

  /// One score against the weight, mean and spread over the seeds.
  func panel(
    _ weights: [Float], _ drawings: [[Drawing]], _ axis: Axis, _ score: (Drawing) -> Float
  ) -> LineChart.Panel {
    let points = zip(weights, drawings).map { weight, drawings in
      DataPoint(x: Double(weight), values: drawings.map { Double(score($0)) })
    }
    return LineChart.Panel(y: axis, series: [.init("", points)])
  }
}

extension Page {
  /// The look of figures in the reader's language.
  var style: ChartStyle { ChartStyle(decimalSeparator: language == .en ? "." : ",") }
}
