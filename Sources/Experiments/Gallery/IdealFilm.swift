import Autograd
import Charts
import Datasets
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook

/// How ideal pictures come into being: all of them side by side, after more and more steps.
struct IdealFilm {
  /// A picture after some steps, and the probability of its class then.
  struct Moment {
    let picture: Image
    let probability: Float
  }

  private let frames: [Image]

  /// A film of pictures, each with its moments, after so many steps.
  init(of pictures: [[Moment]], steps: [Int], title: String, language: Language) {
    frames = steps.indices.map { place in
      let after = Phrase(en: "after \(steps[place]) steps", id: "setelah \(steps[place]) langkah")(language)
      let cells = pictures.map { moments in
        let probability = ValueFormat.percent.text(Double(moments[place].probability), in: language)
        return PictureGrid.Cell(moments[place].picture, caption: [.init("p = \(probability)"), .muted(after)])
      }
      return PictureGrid(title: title, cells: cells, columns: min(4, cells.count), style: ChartStyle(language)).image()
    }
  }

  /// The steps at which a film of so many steps looks: 0, the last, and at most 22 between them, the denser the earlier.
  static func moments(of steps: Int) -> [Int] {
    let count = 23
    let places = (0...count).map { place in
      let share = Double(place) / Double(count)
      return Int((Double(steps) * share * share).rounded(.up))
    }
    return Array(Set(places)).sorted()
  }

  /// The moments of some pictures `[N, H, W, 3]`, of the classes of `targets`.
  static func moments(_ pictures: Tensor, of targets: [IdealTarget], by network: Network) -> [Moment] {
    let probabilities = network.probabilities(pictures).gather(targets.labels).values
    return zip(pictures.pictures, probabilities).map { Moment(picture: $0, probability: $1) }
  }

  /// Writes `NAME.png` and `NAME.gif`.
  /// - Throws: one line if a file cannot be written.
  func write(to folder: URL, named name: String) throws -> [URL] {
    let (png, gif) = (folder.appending(path: "\(name).png"), folder.appending(path: "\(name).gif"))
    try AnimatedPNG(frames: frames, still: frames[frames.count - 1], duration: 0.15, rest: 2).write(to: png)
    try AnimatedGIF(frames: frames, duration: 0.15, rest: 2).write(to: gif)
    return [png, gif]
  }
}
