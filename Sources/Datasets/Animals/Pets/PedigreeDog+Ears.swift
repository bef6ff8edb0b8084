extension PedigreeDog {
  /// Ears that stand up, seen from the front.
  func pricked(_ middle: Point, _ size: Point, on raster: Raster) {
    let tall = size.y * scene.proportions.ear
    for side in [Float(-1), 1] {
      let root = middle + Point(side * 0.3 * build.face.x, -0.28)
      let corners = [
        root + Point(side * -0.15 * size.x, -0.06),
        root + Point(side * (0.02 + 0.14 * (size.x - 1) * 2), -0.12 - 0.28 * tall),
        root + Point(side * 0.14 * size.x, 0.12),
      ]
      raster.paint(.polygon(corners, rounding: 0.06), ears)
      let centre = (corners[0] + corners[1] + corners[2]) / 3
      let inside = breed == .husky ? scene.coat.accent * 0.9 : Fur.pink * 0.9
      raster.paint(
        .polygon(corners.map { centre + ($0 - centre) * 0.56 + Point(0, 0.03) }, rounding: 0.026),
        Paint(inside, fur: 0.6, relief: 0.4, shadow: 0))
    }
  }

  /// Ears that hang or are tipped over, seen from the front.
  func hangingEars(_ middle: Point, on raster: Raster) {
    let wide = 0.36 * build.face.x
    for side in [Float(-1), 1] {
      var flap = Solid(blend: 0.06)
      switch build.ear {
      case .upright: continue
      case .folded:
        let top = middle + Point(side * (wide - 0.04), -0.32)
        raster.paint(
          .polygon(
            [top + Point(side * -0.1, 0.02), top + Point(side * 0.14, 0.04), top + Point(side * 0.13, 0.24)],
            rounding: 0.06),
          ears)
        continue
      case .hanging(let length):
        let reach = 0.3 * length * scene.proportions.ear
        let root = middle + Point(side * wide, -0.3)
        flap.limb(root, root + Point(side * 0.13, 0.2), 0.09, 0.14)
        flap.limb(root + Point(side * 0.13, 0.2), root + Point(side * 0.14, 0.2 + reach), 0.14, 0.12)
        if breed == .poodle { curls(root + Point(side * 0.15, 0.2 + reach), 0.22, on: raster) }
      }
      var paint = ears
      if breed == .dalmatian { paint = Paint(scene.coat.secondary, seed: scene.coat.seed, fur: 0.3) }
      if breed == .poodle {
        curls(middle + Point(side * (wide + 0.12), -0.06), 0.2, on: raster)
      } else {
        raster.paint(flap, paint)
      }
    }
  }

  /// The folds of a flat face.
  func wrinkles(_ middle: Point, on raster: Raster) {
    let dark = Paint.flat(scene.coat.primary * 0.55)
    for step in 0..<2 {
      let y = middle.y - 0.3 + 0.07 * Float(step)
      raster.paint(.curve(Point(-0.15, y), Point(0, y + 0.06), Point(0.15, y), 0.012, 0.012), dark)
    }
    for side in [Float(-1), 1] {
      raster.paint(
        .curve(
          middle + Point(side * 0.05, -0.06), middle + Point(side * 0.2, 0.04), middle + Point(side * 0.33, 0.12),
          0.014,
          0.008), dark)
    }
  }
}
