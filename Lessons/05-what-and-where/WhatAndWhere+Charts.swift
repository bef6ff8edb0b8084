import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

extension Page {
  /// For a picture of each of at most four classes: the source's map that answers most strongly, and what r makes of the target's
  /// maps in its place, for some targets; all on one scale, from −3 to 3 deviations of the channel.
  func mapGrid(
    _ test: TestSet, source: SourceMaps<Scoring>, targets: [(term: String, target: HeldTarget)]
  ) -> PictureGrid {
    let pictures = test.classNames.indices.prefix(4).compactMap { test.labels.firstIndex(of: $0) }
    let found = targets.compactMap { $0.target.maps(of: 0, for: test.inputs, source: source) }
    let strongest = source.layers[0].features.globalAveragePooled().indicesOfLargest()
    let rows = pictures.map { picture -> [PictureGrid.Cell?] in
      let channel = strongest[picture]
      let maps = ([found[0].wanted] + found.map(\.projected)).map { $0.map(of: channel, picture: picture) }
      return [PictureGrid.Cell(test[picture].fitted(to: 128))] + maps.map { PictureGrid.Cell($0.fitted(to: 128)) }
    }
    return PictureGrid(
      columnHeadings: [term("the-picture"), term("source")] + targets.map { term($0.term) },
      rowHeadings: pictures.map { self(Phrase(test.classNames[test.labels[$0]])) }, rows: rows, factor: 1)
  }
}

extension Page {
  /// What the channels of a source layer weigh, in equal shares: those of the source from the lightest to the heaviest, and the
  /// planted one as a line across.
  func channelLine(_ weights: [PlantedWeights]) -> LineChart {
    let sorted = weights.map { $0.channels.dropLast().sorted() }
    let points = sorted[0].indices.map { place in
      DataPoint(x: Double(place + 1), values: sorted.map { Double($0[place]) })
    }
    let planted = DataPoint(x: 0, values: weights.map { Double($0.plantedChannel) })
    // No weight is below 0.
    let spread = planted.spread?.clamped(to: 0...(.infinity))
    let ends = [1, Double(points.count)].map { DataPoint(x: $0, y: planted.y, spread: spread) }
    return LineChart(
      x: Axis(term("channel-rank"), format: .number(decimals: 0)), y: Axis(term("equal-shares")),
      series: [LineChart.Series(term("source-channels"), points), LineChart.Series(term("noise-channel"), ends)],
      height: 380)
  }

  /// λ of every pair of layers, the layer of noise in the last row.
  func pairMap(_ weights: [PlantedWeights]) -> HeatMap {
    let pairs = weights[0].pairs.keys
    let (sources, targets) = (Set(pairs.map(\.source)).sorted(), Set(pairs.map(\.target)).sorted())
    func point(_ source: Int, _ target: Int) -> DataPoint {
      DataPoint(
        x: 0, values: weights.map { Double($0.pairs[LayerPair(source: source, target: target)] ?? 0) })
    }
    func text(_ point: DataPoint) -> [String] {
      let deviation = point.spread.map { ($0.upperBound - $0.lowerBound) / 2 } ?? 0
      return ["\(format(point.y, as: .number)) ± \(format(deviation, as: .number))"]
    }
    return HeatMap(
      rows: sources.map { $0 == sources.last ? term("noise-layer") : term("source-layer", ["number": "\($0 + 1)"]) },
      columns: targets.map { term("target-layer", ["number": "\($0 + 1)"]) },
      values: sources.map { source in targets.map { point(source, $0).y } },
      cellTexts: sources.map { source in targets.map { text(point(source, $0)) } }, valueLabel: "λ")
  }
}

extension Tensor {
  /// A channel of one of these maps `[N, H, W, C]`, from −3 (blue) over 0 to 3.
  fileprivate func map(of channel: Int, picture: Int) -> Image {
    let map = slice(picture..<picture + 1, along: 0).slice(channel..<channel + 1, along: 3)
    let pixels = map.values.flatMap { value in
      let colour = ColorScale.diverging.color(at: Double(min(1, max(0, (value + 3) / 6))))
      return [colour.red, colour.green, colour.blue]
    }
    return Image(width: shape[2], height: shape[1], pixels: pixels)
  }
}
