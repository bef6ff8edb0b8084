import Autograd
import Foundation

extension Raster {
  /// Paints a study in oil, from broad strokes to fine ones where there is detail (after Hertzmann, 1998).
  func paintInOil(_ study: SceneStudy) {
    place(Placement())
    let scene = study.scene
    var random = RandomSource(seed: UInt64(scene.coat.seed) << 32 | UInt64(scene.background.seed), stream: 5)
    let palette = Palette(study)
    fill { _, _ in RGB(0.52, 0.42, 0.32) }
    var coarser = study.blurred(0.3)
    for (layer, radius) in [Float(0.1), 0.055, 0.029, 0.016, 0.009].enumerated() where radius > 0.4 * pixel {
      let reference = study.blurred(0.4 * radius)
      let brush = Brush(study: reference, coarser: coarser, palette: palette, radius: radius, noise: noise)
      var spots = brush.spots(&random, everywhere: layer == 0)
      spots.shuffle(using: &random)
      for spot in spots { lay(oil: brush.stroke(from: spot, &random)) }
      coarser = reference
    }
    weave(UInt32(truncatingIfNeeded: random.next()))
  }

  /// The threads of the canvas, where a pixel can show them.
  private func weave(_ seed: UInt32) {
    let strength = visible(58, 0.035)
    guard strength > 0 else { return }
    for row in 0..<size {
      for place in index(0, row)..<index(size, row) {
        let thread = sin(u[place] * 180) * sin(v[place] * 180)
        let tone = 1 + strength * (thread + 0.5 * noise.sample(u[place] * 30, v[place] * 30))
        red[place] *= tone
        green[place] *= tone
        blue[place] *= tone
      }
    }
  }
}

/// A brush of one width, with what it is to paint.
private struct Brush {
  let study: SceneStudy
  /// What the broader brush before has seen.
  let coarser: SceneStudy
  let palette: Palette
  let radius: Float
  let noise: Noise
  private let tone: Plane

  init(study: SceneStudy, coarser: SceneStudy, palette: Palette, radius: Float, noise: Noise) {
    self.study = study
    self.coarser = coarser
    self.palette = palette
    self.radius = radius
    self.noise = noise
    tone = study.luminance.blurred(0.7 * radius)
  }

  /// Where strokes begin: near the points of a grid, all of them or those where the broader brush has missed something.
  func spots(_ random: inout RandomSource, everywhere: Bool) -> [Point] {
    var spots: [Point] = []
    let count = Int(2.2 / (1.15 * radius))
    for row in 0..<count {
      for column in 0..<count {
        let jitter = Point(random.uniform(-0.5...0.5), random.uniform(-0.5...0.5))
        let spot = (Point(Float(column), Float(row)) + Point(0.5, 0.5) + jitter) * 2.2 / Float(count) - Point(1.1, 1.1)
        let missed = study.colour(spot).distance(to: coarser.colour(spot))
        let rim = study.subject.slope(spot)
        let need: Float = (rim * rim).sum() > 9 ? 0.008 : study.subject.sample(spot) > 0.5 ? 0.022 : 0.075
        if everywhere || missed > need { spots.append(spot) }
      }
    }
    return spots
  }

  /// A stroke that follows the form: across the slope of the light, and no further than its colour goes.
  func stroke(from spot: Point, _ random: inout RandomSource) -> Stroke {
    let seen = study.colour(spot)
    let mixed = palette.nearest(seen)
    let jitter = random.uniform(-0.03...0.03)
    let colour = (0.45 * seen + 0.55 * mixed) * (1 + jitter) + random.tint(0.012)
    let backward = path(from: spot, seen, sense: -1, steps: 2)
    let points = backward.reversed() + [spot] + path(from: spot, seen, sense: 1, steps: 3)
    let end = points.count > 1 ? points : [spot, spot + Point(radius, 0) * 0.2]
    return Stroke(
      points: end, radius: radius * random.uniform(0.8...1.05), colour: colour, opacity: random.uniform(0.9...1),
      seed: random.uniform(0...200))
  }

  private func path(from spot: Point, _ colour: RGB, sense: Float, steps: Int) -> [Point] {
    var points: [Point] = []
    var (point, heading) = (spot, sense * direction(at: spot))
    for _ in 0..<steps {
      var next = direction(at: point)
      if (next * heading).sum() < 0 { next = -next }
      heading = 0.4 * heading + 0.6 * next
      heading /= max((heading * heading).sum().squareRoot(), 1e-4)
      point += heading * radius * 1.1
      let leaves = abs(study.subject.sample(point) - study.subject.sample(spot)) > 0.5
      if leaves || study.colour(point).distance(to: colour) > 0.09 { break }
      points.append(point)
    }
    return points
  }

  /// Along lines of equal light where there is a slope, along a slow swirl where there is none.
  private func direction(at point: Point) -> Point {
    let slope = tone.slope(point)
    let steep = (slope * slope).sum().squareRoot()
    let angle = 0.5 + 2.2 * noise.sample(point.x * 0.8 + 60, point.y * 0.8 + 20)
    let swirl = Point(cos(angle), 0.6 * sin(angle))
    var along = Point(-slope.y, slope.x)
    if (along * swirl).sum() < 0 { along = -along }
    let mixed = along * min(steep, 1) / max(steep, 1e-4) * 3 + swirl * 0.5
    return mixed / max((mixed * mixed).sum().squareRoot(), 1e-4)
  }
}
