import Autograd
import Foundation

extension Raster {
  /// Draws a study in pencil: hatching for its shades, then the contours.
  func sketch(_ study: SceneStudy) {
    place(Placement())
    let scene = study.scene
    var random = RandomSource(seed: UInt64(scene.coat.seed) << 32 | UInt64(scene.background.seed), stream: 6)
    let paper = RGB(0.965, 0.95, 0.92) + random.tint(0.015)
    let (grain, shift) = (visible(60, 0.014), random.uniform(0...200))
    fill { u, v in
      paper * (1 + grain * noise.cloud(u * 60 + shift, v * 60) + 0.015 * noise.cloud(u * 2 + shift, v * 2))
    }
    let pencil = RGB(0.2, 0.2, 0.22) + random.tint(0.03)
    hatch(study, pencil, &random)
    accentuate(study, pencil, paper, &random)
    for line in Contours(study).lines {
      for pass in 0..<2 {
        // A hand goes over its lines again, and never quite along them.
        let shift = Point(random.uniform(-1...1), random.uniform(-1...1)) * 0.005 * Float(pass)
        lay(
          pencil: Stroke(
            points: line.points.map { $0 + shift }, radius: 0.0068 * line.weight * random.uniform(0.8...1.15),
            colour: pencil, opacity: (pass == 0 ? 0.95 : 0.45) * min(line.weight + 0.15, 1)))
      }
    }
  }

  /// Lines side by side where it is dark, crossed by others where it is darker; they bend with the form.
  private func hatch(_ study: SceneStudy, _ pencil: RGB, _ random: inout RandomSource) {
    let tones = study.tones
    let (tone, form) = (tones.blurred(0.01), tones.blurred(0.09))
    let subject = study.subject.blurred(0.02)
    let spacing: Float = 0.025
    let count = Int(2.1 / spacing)
    for (angle, limit) in [(Float(-0.85), Float(0.7)), (0.75, 0.45), (-0.3, 0.3), (-1.3, 0.16)] {
      let direction = Point(cos(angle), sin(angle))
      for row in 0..<count {
        for column in 0..<(count / 2) {
          let spot =
            Point(Float(column) * 2 + 0.5, Float(row) + 0.5) * spacing - Point(1.05, 1.05)
            + Point(random.uniform(-1...1), random.uniform(-0.5...0.5)) * spacing
          let inside = subject.sample(spot)
          // What is behind the subject is only hinted at.
          let dark = min(limit - tone.sample(spot), limit) * (inside > 0.5 ? 1 : 0.2 * limit)
          guard dark > 0.015 else { continue }
          let half = 0.06 * random.uniform(0.7...1.2)
          let slope = form.slope(spot)
          let bend = Point(-slope.y, slope.x) * 0.015 * inside
          let points = [Float(-1), -0.5, 0, 0.5, 1].map { t in spot + direction * half * t + bend * (1 - t * t) }
            .filter { point in
              // Hatching ends where the shade does, and the subject's where it ends.
              tone.sample(point) < limit + 0.05 && (inside < 0.5 || subject.sample(point) > 0.5)
            }
          guard points.count > 1 else { continue }
          lay(
            pencil: Stroke(
              points: points, radius: 0.0045, colour: pencil, opacity: min(0.14 + 1.2 * dark, 0.6)))
        }
      }
    }
  }

  /// Small lights and darks of the subject: white chalk for glints and pale marks, a pencil pressed hard for pupils,
  /// nostrils and stripes.
  private func accentuate(_ study: SceneStudy, _ pencil: RGB, _ paper: RGB, _ random: inout RandomSource) {
    let sharp = study.perceived.luminance
    let soft = sharp.blurred(0.06)
    let spacing: Float = 0.017
    let count = Int(2 / spacing)
    for row in 0..<count {
      for column in 0..<count {
        let jitter = Point(random.uniform(0...1), random.uniform(0...1))
        let spot = (Point(Float(column), Float(row)) + jitter) * spacing - Point(1, 1)
        let light = sharp.sample(spot) - soft.sample(spot)
        guard abs(light) > 0.11, study.subject.sample(spot) > 0.95 else { continue }
        let slope = sharp.slope(spot)
        let along = Point(-slope.y, slope.x) / max((slope * slope).sum().squareRoot(), 1e-4)
        lay(
          pencil: Stroke(
            points: [spot - along * 0.011, spot + along * 0.011], radius: 0.008,
            colour: light > 0 ? paper * 1.03 : pencil * 0.8, opacity: min(4 * abs(light), 0.9)))
      }
    }
  }
}
