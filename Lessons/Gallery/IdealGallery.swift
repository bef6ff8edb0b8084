import Autograd
import Charts
import Datasets
import Foundation
import Imaging
import ModelZoo
import Notebook
import Visualization

/// Ideal pictures of one class, from the noise of some seeds: the pictures themselves, and a figure of all of them.
public struct IdealGallery {
  private let network: Network
  private let subject: Subject
  private let seeds: [UInt64]
  private let language: Language

  /// What the variation loss costs in comparison with the cross entropy.
  public var variationWeight: Float = 1
  /// Steps of Adam.
  public var steps = 256
  /// What becomes large.
  public var objective = IdealObjective.logProbability
  /// What descent changes.
  public var parameters = PictureParameters.pixels
  /// How the network looks at the picture in each step; straight, if there is none.
  public var view: RandomView?

  /// What a picture of the gallery came to.
  public struct Result {
    /// Where it lies.
    public let file: URL
    /// The probability of the class, of the picture read back from its file.
    public let probability: Float
  }

  /// A gallery of a class of the network, by its name.
  /// - Throws: one line if the network does not know the class.
  public init(_ network: Network, of className: String, seeds: [UInt64], language: Language) throws {
    self.network = network
    self.seeds = seeds
    self.language = language
    subject = try Subject(className, of: network)
  }

  /// Draws the pictures, all in one batch, and writes them and `CLASS.png`, the figure, into a folder.
  /// - Throws: one line if a file cannot be written.
  public func draw(into folder: URL) throws -> (figure: URL, results: [Result]) {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var ideal = IdealImage(network, steps: steps)
    (ideal.objective, ideal.parameters, ideal.view) = (objective, parameters, view)
    let pictures = ideal.draw(
      seeds.map { _ in subject.label }, from: Tensor.concatenated(seeds.map(noise)),
      variationWeights: seeds.map { _ in variationWeight })

    let drawn = try zip(seeds, pictures.pictures).map { seed, picture in
      let file = folder.appending(path: "\(subject.name)-\(seed).png")
      try picture.writePNG(
        to: file, text: ["Title": title, "Seed": "\(seed)", "Steps": "\(steps)", "Software": Release.software])
      let kept = try Image(contentsOf: file)
      let probability = network.probabilities(Tensor([kept])).values[subject.label]
      return (picture: kept, result: Result(file: file, probability: probability))
    }

    let figure = folder.appending(path: "\(subject.name).png")
    try image(drawn).writePNG(
      to: figure,
      text: [
        "Title": title, "Description": description(drawn.map { $0.result }),
        "Seed": seeds.map { "\($0)" }.joined(separator: ","), "Software": Release.software,
      ])
    return (figure, drawn.map { $0.result })
  }

  /// Values around middle grey, for the pictures of a seed to start from.
  private func noise(_ seed: UInt64) -> Tensor {
    var random = RandomSource(seed: seed)
    return .uniform(shape: [1, network.inputSize, network.inputSize, 3], in: 0.4...0.6, random: &random)
  }

  private func image(_ drawn: [(picture: Image, result: Result)]) -> Image {
    let cells = zip(seeds, drawn).map { seed, drawn in
      let seedName = language == .en ? "seed \(seed)" : "benih \(seed)"
      return PictureGrid.Cell(drawn.picture, caption: [.init("p = \(percent(drawn.result))"), .muted(seedName)])
    }
    return PictureGrid(title: title, cells: cells, columns: min(4, cells.count), style: style).image()
  }

  private func percent(_ result: Result) -> String {
    ValueFormat.percent.text(Double(result.probability), in: language)
  }

  private var style: ChartStyle { ChartStyle(decimalSeparator: language == .en ? "." : ",") }

  private var title: String {
    let name = subject.phrase(language)
    return language == .en ? "What the network calls a \(name)" : "Yang disebut \(name) oleh jaringan"
  }

  private func description(_ results: [Result]) -> String {
    let list = results.map(percent).joined(separator: ", ")
    return language == .en
      ? "\(results.count) ideal pictures; the network's probabilities are \(list)."
      : "\(results.count) gambar ideal; probabilitas menurut jaringan: \(list)."
  }
}
