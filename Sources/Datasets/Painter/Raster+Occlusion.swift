import Autograd
import Foundation

extension Raster {
  /// Paints something in front of the subject.
  func paint(_ occlusion: Scene.Occlusion) {
    place(Placement())
    var random = RandomSource(seed: UInt64(occlusion.seed))
    let (x, size) = (occlusion.x, occlusion.size)
    let paint = Paint(occlusion.colour, second: occlusion.colour * 0.7, seed: occlusion.seed, fur: 0.8)
    switch occlusion.kind {
    case .post:
      var post = Solid(blend: 0.02)
      post.limb(Point(x, -1.2), Point(x + random.uniform(-0.1...0.1), 1.2), 0.09 * size, 0.1 * size)
      self.paint(post, paint)
    case .grass:
      for _ in 0..<11 {
        let root = Point(x + random.uniform(-0.45...0.45) * size, 1.1)
        let tip = root + Point(random.uniform(-0.25...0.25), -random.uniform(0.4...0.9) * size)
        self.paint(
          .curve(root, Point(root.x, (root.y + tip.y) / 2), tip, 0.04, 0.006), paint.shaded(random.uniform(0.75...1.1)))
      }
    case .leaves:
      let side: Float = x < 0 ? -1 : 1
      let height = random.uniform(-0.6...0.6)
      let end = Point(side * 0.25, height + random.uniform(-0.2...0.2))
      self.paint(
        .curve(Point(side * 1.1, height), Point(side * 0.7, height - 0.1), end, 0.025, 0.012), paint.shaded(0.6))
      for step in 0..<6 {
        let root = Point(side * 1.05, height) + (end - Point(side * 1.05, height)) * (Float(step) + 0.5) / 6
        let tip = root + Point(-side * 0.14, step % 2 == 0 ? -0.24 : 0.24) * size
        var leaf = Solid(blend: 0.04)
        leaf.limb(root, (root + tip) / 2, 0.02, 0.09 * size)
        leaf.limb((root + tip) / 2, tip, 0.09 * size, 0.01)
        self.paint(leaf, paint.shaded(random.uniform(0.85...1.1)))
      }
    case .ball:
      var ball = paint
      ball.gloss = 0.25
      ball.fur = 0.2
      if random.chance(0.5) { ball.pattern = Pattern(kind: .stripes, scale: 3 / size, amount: 0.5) }
      self.paint(.disc(Point(x, random.uniform(0.35...0.75)), 0.3 * size), ball)
    }
  }
}
