import Foundation

/// What stems and leaves are covered with.
enum Foliage {
  static let green = Paint(
    RGB(0.3, 0.52, 0.22), second: RGB(0.22, 0.4, 0.16), pattern: Pattern(kind: .tabby, scale: 8, amount: 0.4),
    fur: 0.3)
}

/// Green parts that many flowers share.
extension Raster {
  /// A leaf from its root to its tip, with a vein.
  func leaf(_ root: Point, _ tip: Point, _ width: Float) {
    let green = Foliage.green
    var blade = Solid(blend: 0.05)
    let middle = root + (tip - root) * 0.45
    blade.limb(root, middle, 0.02, width)
    blade.limb(middle, tip, width, 0.01)
    paint(blade, green)
    paint(.curve(root, middle, root + (tip - root) * 0.9, 0.009, 0.005), .flat(green.colour * 0.65))
  }

  /// A petal that widens from its root towards `middle` of its length and ends round or, with `end` near 0, pointed.
  func petal(
    _ root: Point, _ angle: Float, length: Float, width: Float, middle: Float = 0.6, end: Float = 0.5,
    squash: Float = 1,
    _ petal: Paint
  ) {
    let outward = Point(cos(angle), sin(angle) * squash) * length
    var blade = Solid(blend: 0.04)
    blade.limb(root, root + outward * middle, width * 0.3, width)
    blade.limb(root + outward * middle, root + outward * (1 - width * end / length), width, width * end)
    paint(blade, petal)
  }
}
