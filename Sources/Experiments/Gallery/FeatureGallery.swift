import Autograd
import Charts
import Datasets
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// What a network makes of one picture, as figures: the strongest maps of every stage, or all maps of one layer.
public struct FeatureGallery {
  /// What is known of a layer after it has seen the picture.
  public struct Layer {
    /// What it is and what it costs.
    public let summary: LayerSummary
    /// The side, in pixels, of what one of its values sees; `nil` where it sees the whole picture.
    public let receptiveField: Int?
    /// The channels that say nothing about the picture.
    public let silentChannels: [Int]
    /// The ends of the scale that all of its maps share.
    public let scale: ClosedRange<Float>
  }

  private let network: Network
  private let picture: Image
  private let language: Language

  /// A gallery of a picture of any size, which the network receives as a square of its input size.
  public init(_ network: Network, picture: Image, language: Language) {
    self.network = network
    self.picture = picture.prepared(for: network)
    self.language = language
  }

  /// Writes one figure into a folder: `features.png` with the strongest maps of every stage, or, of a named layer,
  /// `LAYER.png` with all maps.
  /// - Throws: one line if there is no such layer or the file cannot be written.
  public func draw(layer name: String?, into folder: URL) throws -> (figure: URL, layers: [Layer]) {
    let summaries = try name.map { [try network.mapLayer(named: $0)] } ?? network.stageLayers
    let maps = network.featureMaps(of: summaries.map(\.name), for: Tensor([picture]))
    for maps in maps { _ = try network.finite(maps.values, of: "layer \(maps.layer)") }
    let layers = zip(summaries, maps).map { summary, maps in
      Layer(
        summary: summary, receptiveField: network.receptiveField(of: summary.name)?.size,
        silentChannels: maps.silentChannels, scale: maps.scale)
    }
    let image = name == nil ? overview(maps) : allMaps(maps[0])
    let figure = folder.appending(path: "\(name ?? "features").png")
    _ = try OutputFolder(folder)
    try image.writePNG(
      to: figure, text: ["Title": title, "Description": description(layers), "Software": Release.software])
    return (figure, layers)
  }

  private func overview(_ stages: [FeatureMaps]) -> Image {
    PictureGrid(
      title: title, rowHeadings: stages.map { "\($0.layer)\n\(text(of: $0.scale))" },
      rows: stages.map { maps in maps.channelsByPeak.prefix(6).map { cell(maps, $0, side: 128) } }, factor: 1,
      style: style
    ).image()
  }

  private func allMaps(_ maps: FeatureMaps) -> Image {
    PictureGrid(
      title: "\(maps.layer): \(text(of: maps.scale))", cells: maps.peaks.indices.map { cell(maps, $0, side: 64) },
      columns: 12, factor: 1, style: style
    ).image()
  }

  private func cell(_ maps: FeatureMaps, _ channel: Int, side: Int) -> PictureGrid.Cell {
    let isSilent = maps.silentChannels.contains(channel)
    let mark = isSilent ? (language == .en ? " silent" : " diam") : ""
    return PictureGrid.Cell(maps.picture(of: channel, side: side), caption: [.muted("\(channel)\(mark)")])
  }

  private func text(of scale: ClosedRange<Float>) -> String {
    ValueFormat.number(digits: 2).text(
      from: Double(scale.lowerBound), to: Double(scale.upperBound), in: language)
  }

  private var style: ChartStyle { ChartStyle(language) }

  private var title: String {
    language == .en
      ? "What \(network.architecture.name) makes of a picture" : "Sebuah gambar di mata \(network.architecture.name)"
  }

  private func description(_ layers: [Layer]) -> String {
    let parts = layers.map { layer in
      language == .en
        ? "\(layer.summary.name) from \(text(of: layer.scale)), \(layer.silentChannels.count) channels silent"
        : "\(layer.summary.name) dari \(text(of: layer.scale)), \(layer.silentChannels.count) kanal diam"
    }
    return (language == .en ? "Feature maps, one scale a layer: " : "Peta fitur, satu skala tiap lapisan: ")
      + parts.joined(separator: "; ") + "."
  }
}
