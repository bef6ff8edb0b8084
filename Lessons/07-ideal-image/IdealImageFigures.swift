import Autograd
import Charts
import Experiments
import Imaging
import ModelZoo
import Notebook

/// The figures of the lesson, with their titles and alternative texts in both languages.
struct IdealImageFigures {
  let page: Page

  /// Three real pictures of each subject and the mean of many, a row for each subject.
  func realPictures(_ rows: [[Drawing]]) throws {
    try page.figure(
      "real-pictures",
      PictureGrid(
        columnHeadings: ["1", "2", "3", page("mean of 100", id: "rata-rata 100")],
        rowHeadings: rows.map { page($0[0].subject.phrase) }, rows: rows.map { $0.map { cell($0) } }))
  }

  /// The logits of one picture as bars.
  func logits(_ logits: Tensor, of classes: [String]) throws {
    try page.figure(
      "noise",
      BarChart(
        categories: classes.map { page(Subject.phrase($0)) }, value: Axis("logit"),
        series: [.init("logit", logits.values.map(Double.init))]))
  }

  /// What came of every seed, a row for each subject.
  func pixelsAlone(_ rows: [[Drawing]]) throws {
    try page.figure(
      "pixels-alone",
      PictureGrid(
        columnHeadings: page.seeds.map { page("seed \($0)", id: "benih \($0)") },
        rowHeadings: rows.map { page($0[0].subject.phrase) }, rows: rows.map { $0.map { cell($0) } }, factor: 2))
  }

  /// Probability, variation and fine detail against the weight, with their spread over the seeds.
  func sweepCurves(_ weights: [Float], _ drawings: [[Drawing]]) throws {
    try page.figure(
      "sweep-curves",
      LineChart(
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
        ]))
  }

  /// What the first seed came to at every weight.
  func sweepPictures(_ weights: [Float], _ drawings: [[Drawing]]) throws {
    try page.figure(
      "sweep-pictures",
      PictureGrid(
        cells: zip(weights, drawings).map { weight, drawings in
          let number = page.format(weight, as: .number(digits: weight < 1 ? 1 : 0))
          return cell(drawings[0], heading: page("weight \(number)", id: "bobot \(number)"))
        }, columns: 4))
  }

  /// The noise and the two pictures that came of it, a row for each subject.
  func withAndWithout(_ rows: [[Drawing]]) throws {
    try page.figure(
      "with-and-without",
      PictureGrid(
        columnHeadings: [
          page("noise", id: "derau"), page("without variation loss", id: "tanpa kerugian variasi"),
          page("with variation loss", id: "dengan kerugian variasi"),
        ],
        rowHeadings: rows.map { page($0[0].subject.phrase) }, rows: rows.map { $0.map { cell($0) } }))
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
