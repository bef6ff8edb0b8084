import Imaging

extension Scene {
  /// Paints the scene: three channels, `size` by `size` pixels, values that are multiples of 1/255.
  ///
  /// The same scene gives the same bytes every time; at another size it shows the same things.
  public func picture(size: Int) -> Image {
    Image(width: size, height: size, pixels: values(size: size))
  }

  /// The picture's values, `[size, size, 3]`.
  package func values(size: Int) -> [Float] {
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
    return easel.develop(camera)
  }
}
