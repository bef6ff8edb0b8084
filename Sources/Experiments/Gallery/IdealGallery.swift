import Autograd
import Charts
import Datasets
import Foundation
import Imaging
import ModelZoo
import Notebook
import Visualization

/// Ideal pictures of some classes, from the noise of some seeds: the pictures themselves, and a figure of all of them.
public struct IdealGallery {
  private let network: Network
  private let subjects: [ClassLabel]
  private let seeds: [UInt64]
  private let language: Language

  /// How they are drawn.
  public var ideal: IdealImage
  /// Whether a film is made of how they come into being.
  public var isFilmed = false

  /// What a picture of the gallery came to.
  public struct Result {
    /// Where it lies.
    public let file: URL
    /// The name of its class, which no other class has, and its place among the network's logits.
    public let className: String
    public let index: Int
    public let seed: UInt64
    /// The probability of the class, of the picture read back from its file.
    public let probability: Float
    /// Its variation, the mean absolute difference between neighbours.
    public let variation: Float
    /// Whether the network takes it for the class before all others.
    public let isFirstAnswer: Bool

    /// Whether it has less structure than one step of a byte between neighbours.
    public var isGrey: Bool { variation < 1 / 255 }
    /// Whether it is no picture of what the network calls the class: it stayed grey, or the network takes it for another.
    public var isFailure: Bool { isGrey || !isFirstAnswer }
  }

  /// A gallery of a class of the network, by its name, or of all of them.
  /// - Throws: one line if the network does not know the class.
  public init(_ network: Network, of className: String?, seeds: [UInt64], language: Language) throws {
    self.network = network
    ideal = .best(for: network)
    self.seeds = seeds
    self.language = language
    subjects =
      try className.map { [try ClassLabel($0, of: network)] }
      ?? network.classes.indices.map { ClassLabel(ofLabel: $0, of: network) }
  }

  /// Draws the pictures, as many at a time as fit, and writes them and the figure into a folder.
  ///
  /// The figure is `CLASS.png` or, for several classes, `gallery.png`. The pictures of a class are a batch of their own, so
  /// that they are the same whatever other classes are drawn. A film lies beside the figure, once as an animated PNG and once
  /// as a GIF.
  /// - Throws: one line if a file cannot be written.
  public func draw(into folder: URL) throws -> (figures: [URL], results: [Result]) {
    _ = try OutputFolder(folder)
    let drawn = try subjects.flatMap { subject in
      try stride(from: 0, to: seeds.count, by: batchSize).flatMap { first in
        let some = seeds[first..<min(first + batchSize, seeds.count)]
        return try draw([IdealTarget]([subject], seeds: Array(some)), into: folder)
      }
    }
    let name = subjects.count == 1 ? subjects[0].fileName : "gallery"
    let figure = folder.appending(path: "\(name).png")
    let film = isFilmed ? IdealFilm(of: drawn.map(\.moments), steps: moments, title: title, language: language) : nil
    let films = try film?.write(to: folder, named: "\(name)-film") ?? []
    try image(drawn).writePNG(
      to: figure,
      text: [
        "Title": title, "Description": description(drawn.map { $0.result }),
        "Seed": seeds.map { "\($0)" }.joined(separator: ","), "Software": Release.software,
      ])
    return ([figure] + films, drawn.map { $0.result })
  }

  /// Pictures that are drawn together: 64 of 64×64, fewer of larger ones.
  private var batchSize: Int { max(4, 64 * 64 * 64 / (network.inputSize * network.inputSize)) }

  /// The names of its classes, each of which no other class has.
  package var classNames: [String] { subjects.map(\.name) }

  private typealias Drawn = (target: IdealTarget, picture: Image, result: Result, moments: [IdealFilm.Moment])

  /// The steps after which the film looks: often at first, when much happens.
  private var moments: [Int] { isFilmed ? IdealFilm.moments(of: ideal.steps) : [] }

  private func draw(_ targets: [IdealTarget], into folder: URL) throws -> [Drawn] {
    _ = try network.finiteLogits(of: targets.noise(size: network.inputSize)) { "the noise of seed \(targets[$0].seed)" }
    let views = ideal.snapshots(after: moments + [ideal.steps], of: targets)
    let pictures = views[moments.count]
    _ = try network.finite(pictures, of: "the picture of \(network.classes[targets[0].subject.label])")
    let frames = views.dropLast().map { IdealFilm.moments($0, of: targets, by: network) }
    return try zip(targets, pictures.pictures).enumerated().map { place, drawn in
      let (target, picture) = drawn
      let file = folder.appending(path: "\(target.subject.fileName)-\(target.seed).png")
      try picture.writePNG(
        to: file,
        text: [
          "Title": title, "Seed": "\(target.seed)", "Steps": "\(ideal.steps)", "Loss": ideal.formula,
          "Software": Release.software,
        ])
      let kept = try Image(contentsOf: file)
      let tensor = Tensor([kept])
      let probabilities = try network.finiteLogits(of: tensor) { _ in file.relativePath }.softmax()
      let result = Result(
        file: file, className: target.subject.name, index: target.subject.label, seed: target.seed,
        probability: probabilities.values[target.subject.label], variation: Visualization.variation(tensor).item,
        isFirstAnswer: probabilities.indicesOfLargest() == [target.subject.label])
      return (target, kept, result, frames.map { $0[place] })
    }
  }

  private func image(_ drawn: [Drawn]) -> Image {
    let cells = drawn.map { target, picture, result, _ in
      let seedName = language == .en ? "seed \(target.seed)" : "benih \(target.seed)"
      let variation = ValueFormat.number(digits: 3).text(Double(result.variation), in: language)
      let name = subjects.count > 1 ? [PictureGrid.Caption.strong(target.subject.phrase(language))] : []
      return PictureGrid.Cell(
        picture,
        caption: name + [
          .init("p = \(percent(result))"), .muted((language == .en ? "variation " : "variasi ") + variation),
          .muted(seedName),
        ])
    }
    return PictureGrid(title: title, cells: cells, columns: min(4, cells.count), style: style).image()
  }

  private func percent(_ result: Result) -> String {
    ValueFormat.percent.text(Double(result.probability), in: language)
  }

  private var style: ChartStyle { ChartStyle(language) }

  private var title: String {
    guard subjects.count == 1 else {
      return language == .en ? "Ideal pictures of the network's classes" : "Gambar ideal kelas-kelas jaringan ini"
    }
    let name = subjects[0].phrase(language)
    let article = name.first.map { "aeiouAEIOU".contains($0) } == true ? "an" : "a"
    return language == .en ? "What the network calls \(article) \(name)" : "Yang disebut \(name) oleh jaringan"
  }

  private func description(_ results: [Result]) -> String {
    let list = results.map(percent).joined(separator: ", ")
    return language == .en
      ? "\(results.count) ideal pictures; the network's probabilities are \(list)."
      : "\(results.count) gambar ideal; probabilitas menurut jaringan: \(list)."
  }
}
