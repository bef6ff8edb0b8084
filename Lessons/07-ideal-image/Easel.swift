import Autograd
import Charts
import Datasets
import Imaging
import ModelZoo
import Notebook
import Visualization

/// Scores pictures against real ones and sets them into figures.
final class Easel {
  private let network: Network
  /// The variation and the energy of fine detail of real pictures, which everything is compared with.
  private(set) var realVariation: Float = 1, realDetail: Float = 1

  init(_ network: Network) {
    self.network = network
  }

  /// Takes real pictures as the measure of what is normal.
  func measure(_ real: [Image]) {
    let tensor = Tensor(real)
    realVariation = variation(tensor).mean().item
    realDetail = highFrequencyEnergy(tensor).mean
  }

  /// What a picture scores as a picture of `subject`.
  func score(_ picture: Image, as subject: Subject, seed: UInt64) -> Drawing {
    let tensor = Tensor([picture])
    return Drawing(
      subject: subject, seed: seed, picture: picture,
      probability: network.probabilities(tensor).values[subject.label],
      variation: variation(tensor).item / realVariation, detail: highFrequencyEnergy(tensor)[0] / realDetail)
  }

  /// Writes each picture of a batch to its own file, reads it back, and scores what was read.
  func keep(
    _ pictures: Tensor, of subjects: [Subject], seeds: [UInt64], as name: String, on page: Page
  ) throws -> [Drawing] {
    try pictures.pictures.enumerated().map { index, picture in
      let (subject, seed) = (subjects[index], seeds[index])
      return score(try page.picture("\(subject.name)-\(name)-seed-\(seed)", picture), as: subject, seed: seed)
    }
  }

  /// A picture with its heading, the probability of its class and its variation.
  func cell(_ drawing: Drawing, heading: String? = nil, on page: Page) -> PictureGrid.Cell {
    let probability = page.format(drawing.probability, as: .percent)
    let factor = page.format(drawing.variation, as: .factor)
    let lines: [PictureGrid.Caption] = [
      .init("p = \(probability)"),
      .muted(page("variation \(factor)", id: "variasi \(factor)")),
    ]
    return PictureGrid.Cell(drawing.picture, caption: (heading.map { [.strong($0)] } ?? []) + lines)
  }

  /// Probability, variation and fine detail against the weight of the variation loss, with their spread over the seeds.
  func curves(_ weights: [Float], _ drawings: [[Drawing]], title: Phrase, on page: Page) -> Image {
    func points(_ value: (Drawing) -> Float) -> [DataPoint] {
      zip(weights, drawings).map { weight, drawings in
        DataPoint(x: Double(weight), values: drawings.map { Double(value($0)) })
      }
    }
    return LineChart(
      title: page(title),
      x: Axis(page("weight of the variation loss", id: "bobot kerugian variasi"), scale: .logarithmic),
      panels: [
        .init(
          y: .percent(page("probability of zebra", id: "probabilitas zebra")),
          series: [.init(page("probability", id: "probabilitas"), points(\.probability))]),
        .init(
          y: Axis(page("variation, × a real picture's", id: "variasi, × gambar nyata"), scale: .logarithmic),
          series: [.init(page("variation", id: "variasi"), points(\.variation))]),
        .init(
          y: Axis(page("fine detail, × a real picture's", id: "rincian halus, × gambar nyata"), scale: .logarithmic),
          series: [.init(page("fine detail", id: "rincian halus"), points(\.detail))]),
      ], style: page.style
    ).image()
  }
}

extension Page {
  /// The look of figures in the reader's language.
  var style: ChartStyle { ChartStyle(decimalSeparator: language == .en ? "." : ",") }
}
