/// What an artist knows of a scene before the first stroke: its colours, and where the subject is.
///
/// A study has one of two sizes, so that the same strokes are laid down on a small picture or a large one of any size.
struct SceneStudy {
  /// Side of the study in pixels.
  let size: Int
  let scene: Scene
  let red: Plane
  let green: Plane
  let blue: Plane
  /// How much of each point the subject covers, 0 … 1.
  let subject: Plane

  /// A study for a picture that is `pixels` wide.
  init(_ scene: Scene, for pixels: Int) {
    self.scene = scene
    let size = pixels <= 64 ? 96 : 192
    self.size = size
    let raster = scene.render(size: size)
    red = raster.plane(raster.red)
    green = raster.plane(raster.green)
    blue = raster.plane(raster.blue)
    subject = Plane(size: size, values: scene.coverage(size: size) { scene.paintSubject(on: $0) })
  }

  private init(_ study: SceneStudy, red: Plane, green: Plane, blue: Plane) {
    scene = study.scene
    size = study.size
    (self.red, self.green, self.blue) = (red, green, blue)
    subject = study.subject
  }

  /// The study with its colours blurred.
  func blurred(_ sigma: Float) -> SceneStudy {
    SceneStudy(self, red: red.blurred(sigma), green: green.blurred(sigma), blue: blue.blurred(sigma))
  }

  /// The colour at a point.
  func colour(_ point: Point) -> RGB {
    RGB(red.sample(point), green.sample(point), blue.sample(point))
  }

  /// The brightness of every point.
  var luminance: Plane {
    Plane(
      size: size,
      values: red.values.indices.map { 0.3 * red.values[$0] + 0.59 * green.values[$0] + 0.11 * blue.values[$0] })
  }

  /// How much redder than blue every point is.
  var chroma: Plane {
    Plane(size: size, values: zip(red.values, blue.values).map { $0 - $1 })
  }

  /// The brightness of every point, stretched so that the subject's darkest and brightest parts are well apart.
  var tones: Plane {
    var plane = luminance
    let own = zip(plane.values, subject.values).filter { $0.1 > 0.8 }.map(\.0).sorted()
    guard own.count > 100 else { return plane }
    let (dark, bright) = (own[own.count / 20], own[own.count - 1 - own.count / 20])
    let scale = 0.8 / max(bright - dark, 0.15)
    for index in plane.values.indices {
      let value = plane.values[index]
      plane.values[index] = 0.4 * value + 0.6 * (0.15 + (value - dark) * scale)
    }
    return plane
  }

  /// The study with dark tones spread and bright ones pressed together, as an eye sees them.
  var perceived: SceneStudy {
    func root(_ plane: Plane) -> Plane {
      Plane(size: size, values: plane.values.map { max($0, 0).squareRoot() })
    }
    return SceneStudy(self, red: root(red), green: root(green), blue: root(blue))
  }
}

extension Raster {
  /// A colour plane without its border.
  func plane(_ pointer: UnsafeMutablePointer<Float>) -> Plane {
    Plane(
      size: size,
      values: (0..<size).flatMap { row in UnsafeBufferPointer(start: pointer + index(0, row), count: size) })
  }
}

extension RGB {
  /// How far two colours are apart: the mean over their channels.
  func distance(to other: RGB) -> Float {
    let gap = self - other
    return (abs(gap.x) + abs(gap.y) + abs(gap.z)) / 3
  }
}
