import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import Notebook
import Visualization

/// Attacked pictures of a cell: keeps them as files, and shows them with what the network says of them.
struct AttackFigures {
  let page: Page
  let network: Network
  let set: AttackSet
  /// The names of the network's classes.
  let names: [Phrase]

  init(_ page: Page, _ cells: AdversarialCatCells, _ set: AttackSet) {
    self.page = page
    self.set = set
    network = cells.network
    names = cells.network.classes.map(cells.material.name)
  }

  /// Writes each picture of a batch `[N, H, W, C]`, reads it back and asks the network about what was read; they were
  /// made of `originals`, of which there are as many, or one.
  func keep(_ pictures: Tensor, from originals: Tensor? = nil, as name: String) throws -> [AttackedPicture] {
    let kept = try page.kept(pictures, as: name)
    let originals = originals ?? pictures
    return (0..<kept.shape[0]).map { row in
      let picture = kept.gather(rows: [row])
      let original = originals.gather(rows: [originals.shape[0] == 1 ? 0 : row])
      return AttackedPicture(
        picture: picture.pictures[0],
        outcome: AttackOutcome(of: picture, from: original, by: network, goal: .target(set.target.label)))
    }
  }

  /// A picture with bars for the two classes and the likeliest of the others; framed where it is a success.
  func cell(_ attacked: AttackedPicture, heading: String? = nil) -> PictureGrid.Cell {
    let probabilities = attacked.outcome.after
    let shown = [set.own.label, set.target.label]
    let other = probabilities.indices.filter { !shown.contains($0) }.max { probabilities[$0] < probabilities[$1] }
    let first = probabilities.indices.max { probabilities[$0] < probabilities[$1] }
    let lines = (shown + [other].compactMap { $0 }).map { label in
      bar(page(names[label]), probabilities[label], label == first ? .strong : .muted)
    }
    return PictureGrid.Cell(
      attacked.picture, caption: (heading.map { [.init($0)] } ?? []) + lines,
      frame: attacked.outcome.isSuccess ? .bad : .thin)
  }

  /// What was changed, with its sizes.
  func change(_ attacked: AttackedPicture, from original: AttackedPicture, times factor: Float) -> PictureGrid.Cell {
    let distance = attacked.outcome.distance
    let noise = page.format(distance.peakSignalToNoise, as: .number(digits: 1))
    return PictureGrid.Cell(
      attacked.picture.change(from: original.picture, times: factor),
      caption: [
        .init("L∞ \(distance.levels)/255"), .init("L2 \(page.format(distance.euclidean, as: .number))"),
        .muted("PSNR \(noise) dB"),
      ])
  }

  /// A name with a share.
  func bar(_ name: String, _ share: Float, _ emphasis: PictureGrid.Caption.Emphasis) -> PictureGrid.Caption {
    .bar(name, Double(share), page.format(share, as: .percent), emphasis: emphasis)
  }

  /// Rows of pictures at about `side` pixels, nil for a place without one.
  func grid(
    columns: [String] = [], headings: [String] = [], side: Int = 192, _ rows: [[PictureGrid.Cell?]]
  ) -> PictureGrid {
    PictureGrid(
      columnHeadings: columns, rowHeadings: headings,
      rows: rows.map { $0.map { $0?.fitted(to: side) } }, factor: 1)
  }
}

extension PictureGrid.Cell {
  /// The same with its picture at about so many pixels a side.
  fileprivate func fitted(to side: Int) -> PictureGrid.Cell {
    var cell = self
    cell.image = image.fitted(to: side)
    return cell
  }
}
