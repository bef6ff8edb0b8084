import Imaging

extension Scene {
  /// Paints the scene: three channels, `size` by `size` pixels, values that are multiples of 1/255.
  ///
  /// The same scene gives the same bytes every time; at another size it shows the same things.
  public func picture(size: Int) -> Image {
    var bytes = [UInt8](repeating: 0, count: size * size * 3)
    bytes.withUnsafeMutableBufferPointer { paint(size: size, into: $0) }
    return Image(width: size, height: size, pixels: bytes.map { Float($0) / 255 })
  }

  /// Paints the scene into memory for `[size, size, 3]` bytes.
  func paint(size: Int, into bytes: UnsafeMutableBufferPointer<UInt8>) {
    precondition(size >= 8, "a picture has at least 8 pixels a side, not \(size)")
    let easel = Easel(size: size, light: light)
    easel.paint(background)
    easel.place(Placement(pose))
    let motif = category.motif.init(self)
    switch view {
    case .face: motif.paintFace(on: easel)
    case .body: motif.paintBody(on: easel)
    }
    if let occlusion { easel.paint(occlusion) }
    easel.develop(camera, into: bytes)
  }
}
