import Autograd
import Datasets
import ModelZoo
import Visualization

/// Four pictures of four classes in one, each of which is asked for in turn: the hottest place is to lie in the right
/// quarter (Böhle, Fritz and Schiele, 2021), where nothing is won by the middle.
struct Mosaics {
  /// The mosaics `[4 · count, 2 · size, 2 · size, 3]`, each as often as it has quarters, and what is asked of each.
  let pictures: Tensor
  let labels: [Int]
  private let size: Int

  /// Mosaics of test pictures of a world, whose classes take turns.
  init(of world: Menagerie, count: Int, size: Int) {
    let test = world.testSet(count: 4 * count, size: size)
    let mosaics = (0..<count).map { index -> Tensor in
      let quarters = (4 * index..<4 * index + 4).map { test.inputs(at: [$0]) }
      let rows = [0, 2].map { Tensor.concatenated([quarters[$0], quarters[$0 + 1]], along: 2) }
      return Tensor.concatenated(rows, along: 1)
    }
    pictures = .concatenated(mosaics.flatMap { [$0, $0, $0, $0] })
    labels = test.labels
    self.size = size
  }

  /// The first mosaic, once for each of its quarters.
  var first: (pictures: Tensor, labels: [Int]) { (pictures.slice(0..<4, along: 0), Array(labels.prefix(4))) }

  /// The share of questions where the hottest place lies in the right quarter.
  func hits(of pointer: Pointer, _ network: Network) -> Float {
    hits(of: (pointer.method ?? .gradCAM).heat(of: network, for: pictures, labels: labels, .quick))
  }

  /// The same of heat that was found already.
  func hits(of heat: Heat) -> Float {
    let right = labels.indices.count { index in
      let hottest = heat.hottest(in: index)
      return hottest.y / size * 2 + hottest.x / size == index % 4
    }
    return Float(right) / Float(labels.count)
  }
}
