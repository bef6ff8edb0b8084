import Autograd

/// Band-limited noise: random values on a lattice, interpolated smoothly between its points.
///
/// The lattice is 256 by 256, repeats, and is the same in every run. One octave of `sample` has no detail finer than
/// about one unit of its arguments, so a caller who keeps a unit wider than a pixel gets no aliasing.
struct Noise {
  private static let side = 256
  private static let mask = 255

  /// The lattice, allocated once and never written again.
  private let lattice: UnsafePointer<Float>

  /// The one lattice that all pictures share.
  static var shared: Noise { Noise(lattice: table.pointer) }

  /// 1.5 · 2²³: added to a small number it leaves the nearest whole number in the lowest bits, without a checked cast.
  private static let rounder: Float = 0x1.8p23

  /// A value in [-1, 1] for a point of the plane, whose coordinates stay within ±2²¹.
  @inline(__always)
  func sample(_ x: Float, _ y: Float) -> Float {
    let column = x - 0.5 + Self.rounder
    let row = y - 0.5 + Self.rounder
    var fx = x - (column - Self.rounder)
    var fy = y - (row - Self.rounder)
    fx = fx * fx * (3 - 2 * fx)
    fy = fy * fy * (3 - 2 * fy)
    let left = Int(column.bitPattern) & Self.mask
    let right = (left + 1) & Self.mask
    let top = Int(row.bitPattern) & Self.mask
    let bottom = (top + 1) & Self.mask
    let (above, below) = (lattice + top * Self.side, lattice + bottom * Self.side)
    let upper = above[left] + fx * (above[right] - above[left])
    let lower = below[left] + fx * (below[right] - below[left])
    return upper + fy * (lower - upper)
  }

  /// Two octaves in [-1, 1], the finer one turned, so that the lattice's directions don't show.
  @inline(__always)
  func cloud(_ x: Float, _ y: Float) -> Float {
    0.65 * sample(0.8 * x + 0.6 * y, 0.8 * y - 0.6 * x) + 0.35 * sample(1.3 * x - 1.9 * y + 31, 1.9 * x + 1.3 * y + 17)
  }

  /// The raw value in [-1, 1] of a lattice point: white noise.
  @inline(__always)
  func white(_ index: Int) -> Float {
    lattice[index & 0xFFFF]
  }

  private init(lattice: UnsafePointer<Float>) {
    self.lattice = lattice
  }

  private static let table = Table()

  /// Owner of the lattice.
  ///
  /// It is written in `init` alone and lives as long as the program, so sharing it is safe.
  private struct Table: @unchecked Sendable {
    let pointer: UnsafePointer<Float>

    init() {
      var random = RandomSource(seed: 0x6C61_7469_6365)
      let values = UnsafeMutablePointer<Float>.allocate(capacity: Noise.side * Noise.side)
      for index in 0..<(Noise.side * Noise.side) { values[index] = random.uniform(-1...1) }
      pointer = UnsafePointer(values)
    }
  }
}
