import Autograd
import Foundation
import NeuralNetworks

/// Features made by hand: which way edges run, counted in small cells (Dalal and Triggs, 2005; the idea of SIFT, Lowe, 2004).
///
/// At each pixel the gradient is taken by differences of its neighbours, in the channel where it is longest. Each cell of
/// `cell` × `cell` pixels adds up the lengths of its gradients by their direction, of which there are nine within a half
/// turn, shared between the two nearest. Each block of 2 × 2 cells is scaled to length 1, cut at 0.2 and scaled again.
/// Nothing is learnt, so it is a layer without parameters, and pictures go the same way as with a network:
///
/// ```swift
/// let training = FrozenBase(HistogramOfOrientedGradients()).features(of: world.trainingSet(count: 60))
/// ```
public struct HistogramOfOrientedGradients: Layer {
  /// Side of a cell in pixels.
  public let cell: Int
  /// Directions within a half turn.
  public static let directions = 9

  /// A histogram by cells of `cell` × `cell` pixels.
  public init(cell: Int = 8) {
    precondition(cell > 0, "a cell has at least one pixel, not \(cell)")
    self.cell = cell
  }

  /// Values per picture of `height` × `width`: 36 for each block, and blocks overlap by a cell.
  public func width(forHeight height: Int, width: Int) -> Int {
    max(0, height / cell - 1) * max(0, width / cell - 1) * 4 * HistogramOfOrientedGradients.directions
  }

  /// The features `[N, D]` of pictures `[N, H, W, C]`, which must be at least two cells high and wide.
  public func callAsFunction(_ pictures: Tensor, _ mode: Mode) -> Tensor {
    precondition(pictures.shape.count == 4, "pictures have four axes, not \(pictures.shape)")
    let (height, width, channels) = (pictures.shape[1], pictures.shape[2], pictures.shape[3])
    let features = self.width(forHeight: height, width: width)
    precondition(features > 0, "pictures of \(height)x\(width) have no two cells of \(cell) pixels on each side")
    return Tensor(shape: [pictures.shape[0], features]) { target in
      pictures.withValues { values in
        parallel(pictures.shape[0]) { index in
          let size = height * width * channels
          let picture = UnsafeBufferPointer(rebasing: values[index * size..<(index + 1) * size])
          let blocks = blocks(cells(picture, height, width, channels), height / cell, width / cell)
          for (place, value) in blocks.enumerated() { target[index * features + place] = value }
        }
      }
    }
  }

  /// The histogram of each cell, `[H / cell, W / cell, 9]`.
  private func cells(_ picture: UnsafeBufferPointer<Float>, _ height: Int, _ width: Int, _ channels: Int) -> [Float] {
    let directions = HistogramOfOrientedGradients.directions
    var cells = [Float](repeating: 0, count: (height / cell) * (width / cell) * directions)
    for y in 0..<height / cell * cell {
      for x in 0..<width / cell * cell {
        let (across, down) = gradient(picture, y, x, height, width, channels)
        let length = (across * across + down * down).squareRoot()
        if length == 0 { continue }
        // Half turns count the same: the place among the nine directions, the first in the middle of its range.
        let turn = atan2(down, across) / .pi
        let place = (turn < 0 ? turn + 1 : turn) * Float(directions) - 0.5
        let lower = Int(place.rounded(.down))
        let share = place - Float(lower)
        let start = (y / cell * (width / cell) + x / cell) * directions
        cells[start + (lower + directions) % directions] += (1 - share) * length
        cells[start + (lower + 1) % directions] += share * length
      }
    }
    return cells
  }

  /// The difference of a pixel's neighbours across and down, in the channel where it is longest; 0 over the border.
  private func gradient(
    _ picture: UnsafeBufferPointer<Float>, _ y: Int, _ x: Int, _ height: Int, _ width: Int, _ channels: Int
  ) -> (across: Float, down: Float) {
    var longest: (across: Float, down: Float) = (0, 0)
    for channel in 0..<channels {
      func value(_ y: Int, _ x: Int) -> Float { picture[(y * width + x) * channels + channel] }
      let across = x > 0 && x < width - 1 ? value(y, x + 1) - value(y, x - 1) : 0
      let down = y > 0 && y < height - 1 ? value(y + 1, x) - value(y - 1, x) : 0
      if across * across + down * down > longest.across * longest.across + longest.down * longest.down {
        longest = (across, down)
      }
    }
    return longest
  }

  /// The scaled blocks of 2 × 2 cells, one after another.
  private func blocks(_ cells: [Float], _ rows: Int, _ columns: Int) -> [Float] {
    let directions = HistogramOfOrientedGradients.directions
    var blocks: [Float] = []
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let places = [(row, column), (row, column + 1), (row + 1, column), (row + 1, column + 1)]
        let block = places.flatMap { row, column in
          cells[(row * columns + column) * directions..<(row * columns + column + 1) * directions]
        }
        blocks += scaled(scaled(block).map { min($0, 0.2) })
      }
    }
    return blocks
  }

  private func scaled(_ block: [Float]) -> [Float] {
    let length = (block.reduce(0) { $0 + $1 * $1 } + 1e-10).squareRoot()
    return block.map { $0 / length }
  }
}
