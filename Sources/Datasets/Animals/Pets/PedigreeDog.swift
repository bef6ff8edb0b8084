/// A dog of a breed, sitting, standing or lying: one anatomy whose measures the breed decides.
struct PedigreeDog: Motif {
  let scene: Scene
  let breed: DogBreed
  let build: DogBuild
  let coat: Paint

  init(_ scene: Scene) {
    self.scene = scene
    breed = DogBreed(scene)
    build = breed.build
    coat = Paint(scene.coat, fur: build.fur)
  }

  /// The paint of ears.
  var ears: Paint {
    let colour: RGB
    switch breed {
    case .beagle, .poodle: colour = scene.coat.primary * 0.85
    case .husky: colour = scene.coat.primary * 0.9
    default: colour = scene.coat.secondary * 0.92
    }
    return Paint(colour, seed: scene.coat.seed, fur: build.fur)
  }

  /// The trunk's paint: a beagle's is white with a saddle, a husky's white below.
  var trunk: Paint {
    switch breed {
    case .beagle: Paint(scene.coat.accent, seed: scene.coat.seed, fur: build.fur)
    default: coat
    }
  }

  /// The paint of muzzle and chest.
  var snout: Paint {
    let isMasked = breed == .pug
    let colour = isMasked ? scene.coat.secondary * 1.2 : breed == .poodle ? scene.coat.primary : scene.coat.accent
    var paint = Paint(colour, seed: scene.coat.seed, fur: min(build.fur, 0.8), shadow: 0.2)
    if breed == .dalmatian {
      paint.second = scene.coat.secondary
      paint.pattern = Pattern(kind: .spots, scale: 9, amount: 0.36)
    }
    return paint
  }

  var expression: Scene.Expression {
    var expression = scene.expression
    if let iris = build.iris { expression.iris = iris }
    return expression
  }

  /// A ball of tight curls.
  func curls(_ centre: Point, _ radius: Float, on raster: Raster) {
    var puff = Solid(blend: 0.03)
    puff.ellipse(centre, Point(radius, radius) * 0.8)
    for number in 0..<9 {
      let turn = HeadFrame(origin: centre, angle: Float(number) * 0.7)
      puff.ellipse(turn(radius * 0.72, 0), Point(radius, radius) * 0.36, bulge: 1.4)
    }
    raster.paint(puff, Paint(scene.coat.primary, seed: scene.coat.seed, fur: 2, shadow: 0.25))
  }

  func paintFace(on raster: Raster) {
    var middle = Point(0, -0.2)
    if scene.posture == .lying {
      lieFacing(on: raster)
      middle.y = 0.06
    } else {
      var body = trunk
      if breed == .beagle {
        for side in [Float(-0.4), 0.4] { body = body.marked(Point(side, 0.62), Point(0.2, 0.34), scene.coat.secondary) }
      }
      let chest: RGB? = [.pug, .poodle, .dalmatian].contains(breed) ? nil : scene.coat.accent
      raster.sittingBody(
        body, girth: (0.4 + 0.6 * build.limb) * scene.proportions.girth, chest: chest,
        foot: breed == .husky || breed == .beagle ? scene.coat.accent : nil)
      if breed == .poodle {
        curls(Point(0, 0.36), 0.36, on: raster)
        for side in [Float(-0.15), 0.15] { curls(Point(side, 0.82), 0.14, on: raster) }
      }
    }
    head(middle, on: raster)
  }

  /// On its belly, both forelegs stretched towards you.
  private func lieFacing(on raster: Raster) {
    raster.groundShadow(Point(0, 0.82), Point(0.95, 0.16), strength: 0.5)
    let wide = 0.56 * (0.5 + 0.5 * build.limb) * scene.proportions.girth
    var body = Solid(blend: 0.12)
    body.ellipse(Point(0, 0.5), Point(wide, 0.34))
    for side in [Float(-1), 1] { body.ellipse(Point(side * 0.42, 0.62), Point(0.24, 0.2)) }
    var paint = trunk
    if breed == .beagle {
      for side in [Float(-0.5), 0.5] { paint = paint.marked(Point(side, 0.5), Point(0.26, 0.26), scene.coat.secondary) }
    }
    if breed == .husky { paint = paint.marked(Point(0, 0.6), Point(0.34, 0.3), scene.coat.accent, softness: 0.4) }
    raster.paint(body, paint)
    let feet = breed == .husky || breed == .beagle ? scene.coat.accent : scene.coat.primary
    for side in [Float(-1), 1] {
      if breed == .poodle {
        curls(Point(side * 0.3, 0.8), 0.16, on: raster)
        continue
      }
      var arm = Solid(blend: 0.05)
      arm.limb(Point(side * 0.3, 0.6), Point(side * 0.3, 0.84), 0.09 * build.limb, 0.1 * build.limb)
      arm.ellipse(Point(side * 0.3, 0.87), Point(0.13, 0.075))
      raster.paint(arm, Paint(feet, seed: scene.coat.seed, fur: build.fur, shadow: 0.3))
    }
  }

  /// The head from the front, around its middle.
  private func head(_ middle: Point, on raster: Raster) {
    if case .upright(let size) = build.ear { pricked(middle, size, on: raster) }
    let muzzle = scene.proportions.muzzle * (0.86 + 0.14 * build.snout)
    var skull = Solid(blend: 0.12)
    skull.ellipse(middle + Point(0, -0.1), Point(0.42, 0.36) * build.face)
    skull.ellipse(middle + Point(0, 0.12), Point(0.34, 0.32) * Point(build.face.x, 1))
    var face = coat
    switch breed {
    case .beagle: face = face.marked(middle + Point(0, -0.1), Point(0.09, 0.5), scene.coat.accent)
    case .husky:
      for side in [Float(-1), 1] {
        face = face.marked(middle + Point(side * 0.2, -0.18), Point(0.13, 0.11), scene.coat.accent)
          .marked(middle + Point(side * 0.22, 0.18), Point(0.28, 0.26), scene.coat.accent)
      }
    case .pug: face = face.marked(middle + Point(0, 0.14), Point(0.34, 0.3), scene.coat.secondary * 1.2, softness: 0.35)
    case .chihuahua:
      for side in [Float(-1), 1] {
        face = face.marked(middle + Point(side * 0.17, -0.28), Point(0.07, 0.05), scene.coat.accent)
      }
    default: break
    }
    face.shadow = 0.45
    raster.paint(skull, face)
    hangingEars(middle, on: raster)
    let low = middle + Point(0, 0.2)
    var jaw = Solid(blend: 0.08)
    let wide = breed == .pug ? Float(1.15) : breed == .chihuahua || breed == .poodle ? 0.78 : 1
    jaw.ellipse(low, Point(0.24 * muzzle * wide, 0.19), lift: 0.06)
    for side in [Float(-0.11), 0.11] {
      jaw.ellipse(low + Point(side * wide, 0.06), Point(0.155 * muzzle * wide, 0.135), lift: 0.08)
    }
    raster.paint(jaw, snout)
    if breed == .poodle { curls(middle + Point(0, -0.46), 0.34, on: raster) }
    if breed == .pug { wrinkles(middle, on: raster) }
    raster.eyes(
      middle + Point(0, -0.1), apart: 0.2 * build.face.x, 0.075 * build.eye, expression, pupilSize: 0.68)
    let nose = breed == .pug ? low + Point(0, -0.12) : low + Point(0, -0.07)
    raster.nose(nose, 0.1 * (0.5 + 0.5 * wide), RGB(0.1, 0.085, 0.085))
    raster.mouth(nose + Point(0, 0.06), width: 0.17 * wide, drop: 0.12, expression, line: 0.018)
  }
}
