import Charts
import Experiments
import Imaging
import Notebook
import Visualization

/// Attacked pictures as cells of a figure, with what the network says of them.
struct ExhibitCells {
  let page: Page
  /// The names of the network's classes.
  let names: [Phrase]
  /// The classes that are always shown: what a picture is, and what it shall be taken for.
  let shown: [Int]

  /// A picture with bars for the two classes and the likeliest of the others; framed where it is a success.
  func cell(_ exhibit: Exhibit, heading: String? = nil) -> PictureGrid.Cell {
    let probabilities = exhibit.outcome.after
    let other = probabilities.indices.filter { !shown.contains($0) }.max { probabilities[$0] < probabilities[$1] }
    let first = probabilities.indices.max { probabilities[$0] < probabilities[$1] }
    let lines = (shown + [other].compactMap { $0 }).map { label in
      bar(page(names[label]), probabilities[label], label == first ? .strong : .muted)
    }
    return PictureGrid.Cell(
      exhibit.picture, caption: (heading.map { [.init($0)] } ?? []) + lines,
      frame: exhibit.outcome.isSuccess ? .bad : .thin)
  }

  /// A class with its probability.
  func bar(_ name: String, _ share: Float, _ emphasis: PictureGrid.Caption.Emphasis) -> PictureGrid.Caption {
    .bar(name, Double(share), page.format(share, as: .percent), emphasis: emphasis)
  }

  /// What was changed, with its sizes.
  func change(_ exhibit: Exhibit, from original: Image, times factor: Float) -> PictureGrid.Cell {
    let distance = exhibit.outcome.distance
    let noise = page.format(distance.peakSignalToNoise, as: .number(digits: 1))
    return PictureGrid.Cell(
      exhibit.picture.change(from: original, times: factor),
      caption: [
        .init("L∞ \(distance.levels)/255"), .init("L2 \(page.format(distance.euclidean, as: .number))"),
        .muted("PSNR \(noise) dB"),
      ])
  }
}
