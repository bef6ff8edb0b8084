/// A cat of a breed, sitting, standing or lying: one anatomy whose measures the breed decides.
struct PedigreeCat: Motif {
  let scene: Scene
  let breed: CatBreed
  let build: CatBuild
  let coat: Paint

  init(_ scene: Scene) {
    self.scene = scene
    breed = CatBreed(scene)
    build = breed.build
    var paint = Paint(scene.coat, fur: build.fur)
    if breed == .sphynx { paint.gloss = 0.16 }
    coat = paint
  }

  /// True for a coat whose ends are dark.
  var isPointed: Bool { breed == .siamese }
  /// The paint of feet, ears and tail.
  var points: Paint { isPointed ? Paint(scene.coat.secondary, seed: scene.coat.seed, fur: 0.4) : coat }
  var expression: Scene.Expression {
    var expression = scene.expression
    expression.iris = build.iris
    if breed == .sphynx { expression.whiskers = 0 }
    return expression
  }
  var pupil: Pupil { scene.expression.hasSlitPupils ? .slit : .round }

  func paintFace(on raster: Raster) {
    tail([Point(0.3, 0.82), Point(0.88, 0.86), Point(0.74, 0.34)], on: raster)
    var middle = Point(0, -0.22)
    if scene.posture == .lying {
      lieFacing(on: raster)
      middle.y = 0.02
    } else {
      raster.sittingBody(
        coat, girth: build.limb * scene.proportions.girth, chest: breed == .sphynx ? nil : scene.coat.accent,
        foot: isPointed ? scene.coat.secondary : nil)
    }
    ruff(middle + Point(0, 0.32), Point(0.46, 0.34), on: raster)
    head(middle, on: raster)
  }

  /// Folded on its chest: a low broad trunk, two paws in front.
  private func lieFacing(on raster: Raster) {
    raster.groundShadow(Point(0, 0.82), Point(0.95, 0.16), strength: 0.5)
    let wide = 0.62 * (0.6 + 0.4 * build.limb) * scene.proportions.girth
    var body = Solid(blend: 0.12)
    body.ellipse(Point(0, 0.52), Point(wide, 0.34))
    body.ellipse(Point(-0.3, 0.62), Point(wide * 0.55, 0.24))
    body.ellipse(Point(0.3, 0.62), Point(wide * 0.55, 0.24))
    raster.paint(body, coat)
    for side in [Float(-0.17), 0.17] {
      raster.paint(.ellipse(Point(side, 0.8), Point(0.15, 0.085)), points.plain)
    }
  }

  /// A collar of long fur.
  private func ruff(_ centre: Point, _ radii: Point, on raster: Raster) {
    guard build.ruff > 0 else { return }
    let colour = 0.55 * scene.coat.primary + 0.45 * scene.coat.accent
    var collar = Solid(blend: 0.05)
    collar.ellipse(centre, radii * build.ruff)
    for side in [Float(-1), 1] {
      for step in 0..<3 {
        let root =
          centre + Point(side * radii.x * (0.72 - 0.3 * Float(step)), radii.y * (0.1 + 0.3 * Float(step))) * build.ruff
        collar.limb(root, root + Point(side * 0.13, 0.14), 0.11, 0.02)
      }
    }
    raster.paint(collar, Paint(colour, seed: scene.coat.seed, fur: 2.2, shadow: 0.2))
  }

  /// A tail along a curve: thin, or a plume.
  func tail(_ path: [Point], on raster: Raster) {
    let thick: Float = build.ruff > 0 ? 2 : build.limb < 0.9 ? 0.62 : 1
    var tail = Solid(blend: 0.05)
    tail.curve(path[0], path[1], path[2], 0.075 * thick, 0.055 * thick, pieces: 7)
    raster.paint(tail, points)
  }

  /// The head from the front, around its middle.
  private func head(_ middle: Point, on raster: Raster) {
    let wide = build.face.x
    let muzzle = build.muzzle * scene.proportions.muzzle
    ears(middle, on: raster)
    var skull = Solid(blend: 0.12)
    skull.ellipse(middle, Point(0.52, 0.43) * build.face)
    for side in [Float(-1), 1] {
      skull.ellipse(middle + Point(side * 0.26 * wide, 0.15), Point(0.25, 0.23) * build.jaw)
    }
    let nose = middle + Point(0, 0.19 + build.nose)
    skull.ellipse(nose + Point(0, 0.06), Point(0.2 * muzzle, 0.15 * muzzle), lift: 0.1)
    var face = coat
    if isPointed {
      face = face.marked(nose + Point(0, -0.04), Point(0.33, 0.38), scene.coat.secondary, softness: 0.5)
    } else if breed != .sphynx, breed != .britishShorthair {
      face = face.marked(nose + Point(0, 0.09), Point(0.27 * muzzle, 0.17), scene.coat.accent, softness: 0.35)
    }
    face.shadow = 0.45
    raster.paint(skull, face)
    forehead(middle, on: raster)
    raster.eyes(middle + Point(0, -0.02), apart: 0.235 * wide, 0.112 * build.eye, expression, pupil: pupil)
    let pink: RGB = isPointed || scene.coat.primary.max() < 0.4 ? RGB(0.3, 0.2, 0.2) : RGB(0.82, 0.48, 0.46)
    raster.nose(nose, 0.055, pink)
    raster.mouth(nose + Point(0, 0.03), width: 0.12 * muzzle, drop: 0.06, expression)
    raster.whiskers(nose + Point(0, 0.06), apart: 0.16, expression, length: 0.45)
  }

  private func ears(_ middle: Point, on raster: Raster) {
    let (wide, tall) = (build.ear.x, build.ear.y * scene.proportions.ear)
    let lean = breed == .siamese || breed == .sphynx ? Float(0.14) : 0
    for side in [Float(-1), 1] {
      let root = middle + Point(side * 0.32 * build.face.x, -0.28 * build.face.y)
      let corners = [
        root + Point(side * -0.18 * wide, -0.06), root + Point(side * (0.14 + lean), -0.12 - 0.3 * tall),
        root + Point(side * 0.17 * wide, 0.14),
      ]
      let round: Float = breed == .britishShorthair || breed == .persian ? 0.09 : 0.045
      raster.paint(.polygon(corners, rounding: round), points)
      let centre = (corners[0] + corners[1] + corners[2]) / 3
      let inside = isPointed ? scene.coat.secondary * 0.7 : breed == .persian ? scene.coat.accent : Fur.pink * 0.95
      raster.paint(
        .polygon(corners.map { centre + ($0 - centre) * 0.58 + Point(0, 0.03) }, rounding: round * 0.4),
        Paint(inside, fur: 0.6, relief: 0.4, shadow: 0))
      if breed == .maineCoon {
        let tuft = corners[1] + Point(side * 0.01, -0.02)
        raster.paint(
          .curve(corners[1] + Point(0, 0.06), tuft, tuft + Point(side * 0.05, -0.13), 0.03, 0.006), points.shaded(0.6))
      }
    }
  }

  /// What is on the brow: stripes that end in an M, wrinkles, or nothing.
  private func forehead(_ middle: Point, on raster: Raster) {
    let top = middle + Point(0, -0.34 * build.face.y)
    switch breed {
    case .bengal, .maineCoon:
      for x in [Float(-0.16), -0.055, 0.055, 0.16] {
        let from = top + Point(x * 0.9, -0.02)
        raster.paint(
          .curve(from, from + Point(x * 0.1, 0.08), from + Point(x * 0.5, 0.15), 0.02, 0.008),
          .flat(scene.coat.secondary * 0.9))
      }
    case .sphynx:
      for step in 0..<4 {
        let y = top.y + 0.015 + 0.05 * Float(step)
        let wide = 0.14 + 0.03 * Float(step)
        raster.paint(
          .curve(Point(-wide, y - 0.02), Point(0, y + 0.045), Point(wide, y - 0.02), 0.009, 0.009),
          .flat(scene.coat.primary * 0.68))
      }
    default: break
    }
  }
}
