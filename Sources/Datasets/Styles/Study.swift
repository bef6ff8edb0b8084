/// What an artist knows of a scene before the first stroke: its colours, and where the subject is.
///
/// A study always has the same size, so that the same strokes are laid down whatever the picture's size.
struct Study {
  static let size = 160
  let scene: Scene
  let red: Plane
  let green: Plane
  let blue: Plane
  /// How much of each point the subject covers, 0 … 1.
  let subject: Plane

  init(_ scene: Scene) {
    self.scene = scene
    let easel = scene.render(size: Self.size)
    red = easel.plane(easel.red)
    green = easel.plane(easel.green)
    blue = easel.plane(easel.blue)
    // The subject hides black and white alike; what still tells them apart is not the subject.
    let grounds = [Float(0), 1].map { tone in
      let easel = Easel(size: Self.size, light: scene.light)
      easel.place(Placement())
      easel.fill { _, _ in RGB(repeating: tone) }
      scene.paintSubject(on: easel)
      return easel.plane(easel.green).values
    }
    let covered = zip(grounds[0], grounds[1]).map { black, white in
      min(max(1.6 * (1 - (white - black)) - 0.6, 0), 1)
    }
    subject = Plane(size: Self.size, values: covered)
  }

  private init(_ study: Study, blurredBy sigma: Float) {
    scene = study.scene
    red = study.red.blurred(sigma)
    green = study.green.blurred(sigma)
    blue = study.blue.blurred(sigma)
    subject = study.subject
  }

  /// The study with its colours blurred.
  func blurred(_ sigma: Float) -> Study { Study(self, blurredBy: sigma) }

  /// The colour at a point.
  func colour(_ point: Point) -> RGB {
    RGB(red.sample(point), green.sample(point), blue.sample(point))
  }

  /// The brightness of every point.
  var luminance: Plane {
    Plane(
      size: Self.size,
      values: red.values.indices.map { 0.3 * red.values[$0] + 0.59 * green.values[$0] + 0.11 * blue.values[$0] })
  }
}

extension Easel {
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
