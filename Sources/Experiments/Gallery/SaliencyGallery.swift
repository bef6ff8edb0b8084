import Autograd
import Charts
import Datasets
import Foundation
import Imaging
import ModelZoo
import Notebook
import Visualization

/// Where a network looks in pictures when it says what they show: a figure for each, and numbers.
public struct SaliencyGallery {
  private let network: Network
  private let methods: [SaliencyMethod]
  private let settings: SaliencySettings
  private let target: ClassLabel?
  private let language: Language

  /// What came of one picture.
  public struct Result {
    /// The class that was asked for, its name, which no other class has, and its place among the logits.
    public let className: String
    public let index: Int
    /// The network's probability of it.
    public let probability: Float
    /// What the network takes the picture for, and the probability of that.
    public let answer: (className: String, probability: Float)
    /// The heat of each method, of the picture as the network received it.
    public let heats: [(method: SaliencyMethod, heat: Heat)]
    /// Where the figure lies.
    public let figure: URL

    /// Whether the class that was asked for is the network's answer.
    public var isFirstAnswer: Bool { className == answer.className }
  }

  /// The layer whose maps Grad-CAM weighs.
  public var layer: String? { methods.contains(.gradCAM) ? settings.layer : nil }

  /// A gallery of some methods, which ask for a class of the network or, if none is given, for its answer to each picture.
  /// - Throws: one line if the network does not know the class or the layer, or the layer has no maps that classes are read
  ///   from, or a square of occlusion is larger than the network's pictures.
  public init(
    _ network: Network, methods: [SaliencyMethod], target: String?, settings: SaliencySettings, language: Language
  ) throws {
    self.network = network
    self.methods = methods
    self.language = language
    self.target = try target.map { try ClassLabel($0, of: network) }
    var settings = settings
    if methods.contains(.gradCAM) {
      settings.layer = try settings.layer.map { try network.mapLayer(named: $0).name } ?? network.lastMapLayer
      if let layer = settings.layer, !network.readsClasses(from: layer) {
        throw NetworkError(
          "\(network.architecture.name) reads no class from the maps of \(layer); choose an earlier layer, such as "
            + network.lastMapLayer)
      }
    }
    let side = network.inputSize
    guard settings.window(side: side) <= side, settings.stride(side: side) <= settings.window(side: side) else {
      throw NetworkError(
        "a square of \(settings.window(side: side)) pixels does not lie in the \(side)×\(side) pixels that "
          + "\(network.architecture.name) takes; give at most \(side)")
    }
    self.settings = settings
  }

  /// Explains a picture as the network takes it, and writes the figure into a folder.
  ///
  /// `name` is what a reader calls the picture.
  /// - Throws: one line if the network's numbers are not finite, or the file cannot be written.
  public func draw(_ picture: Image, named name: String, to file: URL) throws -> Result {
    let pictures = Tensor([picture])
    let probabilities = try network.finiteLogits(of: pictures) { _ in name }.softmax()
    let first = probabilities.indicesOfLargest()[0]
    let subject = target ?? ClassLabel(ofLabel: first, of: network)
    let heats = try methods.map { method in
      let heat = method.heat(of: network, for: pictures, labels: [subject.label], settings)
      _ = try network.finite(heat.values, of: "\(name), \(method.rawValue)")
      return (method, heat)
    }
    let result = Result(
      className: subject.name, index: subject.label, probability: probabilities.values[subject.label],
      answer: (ClassLabel(ofLabel: first, of: network).name, probabilities.values[first]), heats: heats, figure: file)
    try image(picture, result, subject).writePNG(
      to: file,
      text: [
        "Title": title(subject), "Description": description(result, subject), "Software": Release.software,
      ])
    return result
  }

  private func image(_ picture: Image, _ result: Result, _ subject: ClassLabel) -> Image {
    let isSigned = methods.contains(where: \.isSigned)
    var caption = [PictureGrid.Caption.strong("\(subject.phrase(language)) \(percent(result.probability))")]
    if !result.isFirstAnswer {
      let answer = ClassLabel.phrase(result.answer.className)(language)
      caption.append(.muted("\(answer) \(percent(result.answer.probability))"))
    }
    return PictureGrid(
      title: title(subject), [HeatRow(picture, caption: caption, heats: result.heats.map(\.heat))],
      headings: [SaliencyWords.picture(language)] + methods.map { SaliencyWords.name(of: $0)(language) }
        + [SaliencyWords.scale(language)],
      ends: isSigned ? SaliencyWords.signedEnds(language) : SaliencyWords.ends(language), isSigned: isSigned,
      side: 224, style: style
    ) { heat, place in
      [
        .muted(SaliencyWords.half(percent(heat.areaOfHalf(in: place)))(language)),
        .muted(
          SaliencyWords.fullest(NumberFormat.number().text(Double(heat.reach(in: place)), style: style))(language)),
      ]
    }.image()
  }

  private func title(_ subject: ClassLabel) -> String {
    SaliencyWords.title(network.architecture.name, subject.phrase)(language)
  }

  private func description(_ result: Result, _ subject: ClassLabel) -> String {
    let parts = result.heats.map { method, heat in
      let hottest = heat.hottest(in: 0)
      return SaliencyWords.description(
        SaliencyWords.name(of: method), half: percent(heat.areaOfHalf(in: 0)), x: hottest.x, y: hottest.y)(language)
    }
    return SaliencyWords.description(
      network.architecture.name, subject.phrase, percent(result.probability), parts.joined(separator: "; "))(language)
  }

  private func percent(_ value: Float) -> String { ValueFormat.percent.text(Double(value), in: language) }

  private var style: ChartStyle { ChartStyle(language) }
}
