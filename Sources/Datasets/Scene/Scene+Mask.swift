extension Scene {
  /// Where the subject can be seen in a picture of `size` by `size` pixels, row by row: the pixels of which it covers at least
  /// half, and that nothing in front of it covers as much.
  ///
  /// ```swift
  /// let scene = Menagerie().testScene(0)
  /// let share = Double(scene.subjectMask(size: 64).count(where: \.self)) / (64 * 64)   // of the picture that is cat
  /// ```
  public func subjectMask(size: Int) -> [Bool] {
    let subject = coverage(size: size, by: paintSubject)
    guard let occlusion else { return subject.map { $0 >= 0.5 } }
    let front = coverage(size: size) { $0.paint(occlusion) }
    return zip(subject, front).map { $0 >= 0.5 && $1 < 0.5 }
  }

  /// How much of each pixel is covered by what `paint` lays down, 0 … 1, row by row.
  ///
  /// It hides black and white alike; what still tells them apart is not hidden, but at most in its shade.
  func coverage(size: Int, by paint: (Raster) -> Void) -> [Float] {
    let grounds = [Float(0), 1].map { tone in
      let raster = Raster(size: size, light: light)
      raster.place(Placement())
      raster.fill { _, _ in RGB(repeating: tone) }
      paint(raster)
      return raster.plane(raster.green).values
    }
    return zip(grounds[0], grounds[1]).map { black, white in min(max(1.6 * (1 - (white - black)) - 0.6, 0), 1) }
  }
}
