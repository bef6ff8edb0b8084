import Autograd
import Datasets
import ModelZoo
import Visualization

/// Pictures of a world, and where in each of them what it shows can be seen: the hottest place is to lie there (Zhang et al.,
/// 2016).
struct PointingGame {
  let size: Int
  let labels: [Int]
  private let pictures: Tensor
  private let masks, widened: [[Bool]]

  /// The first test pictures of a world.
  init(in world: Menagerie, count: Int, size: Int) {
    let examples = (0..<count).map { world.testExample($0) }
    self.size = size
    labels = examples.map(\.label)
    pictures = Tensor(examples.map { $0.scene.picture(size: size) })
    masks = examples.map { $0.scene.subjectMask(size: size) }
    widened = masks.map { $0.widened(by: PointingGame.margin(size), side: size) }
  }

  /// How far from what is shown a hit may lie, in pixels: 3 % of the side, as 15 pixels are of the photographs on which the game
  /// was first played, about 500 wide.
  static func margin(_ size: Int) -> Int { (3 * size + 50) / 100 }

  /// The share of the pictures where a place drawn by lot is a hit.
  var share: Float {
    Float(widened.map { $0.count(where: \.self) }.reduce(0, +)) / Float(widened.count * size * size)
  }

  /// The share of hits, and of those that lie on what is shown itself.
  func hits(of pointer: Pointer, _ network: Network) -> (near: Float, exact: Float) {
    let heat = pointer.method?.heat(of: network, for: pictures, labels: labels, .quick)
    let places = labels.indices.map { index in
      heat.map { heat in
        let hottest = heat.hottest(in: index)
        return hottest.y * size + hottest.x
      } ?? size / 2 * size + size / 2
    }
    func share(_ masks: [[Bool]]) -> Float {
      Float(zip(masks, places).count { $0[$1] }) / Float(places.count)
    }
    return (share(widened), share(masks))
  }
}

extension [Bool] {
  /// A mask of `side` by `side` pixels with all that lies at most so many pixels from it.
  fileprivate func widened(by margin: Int, side: Int) -> [Bool] {
    var wide = self
    for place in indices where self[place] {
      for down in -margin...margin {
        for right in -margin...margin where down * down + right * right <= margin * margin {
          let (y, x) = (place / side + down, place % side + right)
          if 0..<side ~= y, 0..<side ~= x { wide[y * side + x] = true }
        }
      }
    }
    return wide
  }
}
