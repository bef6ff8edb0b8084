import Imaging

extension Scene {
  /// Paints the scene, `size` by `size` pixels, in values that are multiples of 1/255.
  ///
  /// The same scene gives the same bytes every time; at another size, or in another style, it shows the same things.
  /// A picture has three channels, or one in the style `grayscale`.
  public func picture(size: Int, style: Style = .photo) -> Image {
    var bytes = [UInt8](repeating: 0, count: size * size * style.channels)
    bytes.withUnsafeMutableBufferPointer { paint(size: size, style: style, into: $0) }
    return Image(width: size, height: size, channels: style.channels, pixels: bytes.map { Float($0) / 255 })
  }

  /// Paints the scene into memory for `[size, size, style.channels]` bytes.
  func paint(size: Int, style: Style = .photo, into bytes: UnsafeMutableBufferPointer<UInt8>) {
    precondition(size >= 8, "a picture has at least 8 pixels a side, not \(size)")
    switch style {
    case .photo: render(size: size).develop(camera, into: bytes)
    case .grayscale: desaturate(size: size, into: bytes)
    case .night:
      let raster = render(size: size)
      raster.nightfall(camera)
      raster.develop(camera.byNight, into: bytes)
    case .sketch, .painting:
      let raster = Raster(size: size, light: light)
      let study = SceneStudy(self, for: size)
      if style == .sketch { raster.sketch(study) } else { raster.paintInOil(study) }
      raster.develop(camera.atDesk, into: bytes)
    }
  }

  /// The whole scene as the light makes it, before the camera.
  func render(size: Int) -> Raster {
    let raster = Raster(size: size, light: light)
    raster.paint(background)
    paintSubject(on: raster)
    if let occlusion { raster.paint(occlusion) }
    return raster
  }

  /// The subject alone, over whatever is there.
  func paintSubject(on raster: Raster) {
    raster.place(Placement(pose))
    let motif = category.motif.init(self)
    switch view {
    case .face: motif.paintFace(on: raster)
    case .body: motif.paintBody(on: raster)
    }
  }

  /// The luminance of the photo (ITU-R BT.601).
  private func desaturate(size: Int, into bytes: UnsafeMutableBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size * size * 3) { photo in
      paint(size: size, into: photo)
      for place in 0..<(size * size) {
        let (red, green, blue) = (Int(photo[3 * place]), Int(photo[3 * place + 1]), Int(photo[3 * place + 2]))
        bytes[place] = UInt8((299 * red + 587 * green + 114 * blue + 500) / 1_000)
      }
    }
  }
}
