import Autograd
import Foundation

extension Easel {
  /// Draws a study in pencil: hatching for its shades, then the contours.
  func sketch(_ study: Study) {
    place(Placement())
    let scene = study.scene
    var random = RandomSource(seed: UInt64(scene.coat.seed) << 32 | UInt64(scene.background.seed), stream: 6)
    let paper = RGB(0.965, 0.95, 0.92) + random.tint(0.015)
    let (grain, shift) = (visible(40, 0.022), random.uniform(0...200))
    fill { u, v in
      paper * (1 + grain * noise.sample(u * 36 + shift, v * 36) + 0.015 * noise.cloud(u * 2 + shift, v * 2))
    }
    let pencil = RGB(0.2, 0.2, 0.22) + random.tint(0.03)
    hatch(study, pencil, &random)
    for line in Contours(study).lines {
      for pass in 0..<2 {
        // A hand goes over its lines again, and never quite along them.
        let shift = Point(random.uniform(-1...1), random.uniform(-1...1)) * 0.005 * Float(pass)
        lay(
          pencil: Stroke(
            points: line.points.map { $0 + shift }, radius: 0.0062 * line.weight * random.uniform(0.8...1.15),
            colour: pencil, opacity: (pass == 0 ? 0.85 : 0.4) * min(line.weight, 1)))
      }
    }
  }

  /// Lines side by side where it is dark, crossed by others where it is darker; they bend with the form.
  private func hatch(_ study: Study, _ pencil: RGB, _ random: inout RandomSource) {
    let tone = study.luminance.blurred(0.02)
    let form = study.luminance.blurred(0.09)
    let subject = study.subject.blurred(0.02)
    let spacing: Float = 0.034
    let count = Int(2.1 / spacing)
    for (angle, limit) in [(Float(-0.85), Float(0.66)), (0.75, 0.4), (-0.2, 0.22)] {
      let direction = Point(cos(angle), sin(angle))
      for row in 0..<count {
        for column in 0..<(count / 2) {
          let spot =
            Point(Float(column) * 2 + 0.5, Float(row) + 0.5) * spacing - Point(1.05, 1.05)
            + Point(random.uniform(-1...1), random.uniform(-0.5...0.5)) * spacing
          let inside = subject.sample(spot)
          // What is behind the subject is only hinted at.
          let dark = (limit - tone.sample(spot)) * (0.25 + 0.75 * inside)
          let half = 0.075 * random.uniform(0.7...1.2)
          guard dark > 0.02 else { continue }
          let slope = form.slope(spot)
          let bend = Point(-slope.y, slope.x) * 0.02 * inside
          var points = [spot - direction * half, spot + bend, spot + direction * half]
          if inside > 0.6 {
            // Hatching of the subject ends where it ends.
            points = points.filter { subject.sample($0) > 0.5 }
          }
          guard points.count > 1 else { continue }
          lay(
            pencil: Stroke(
              points: points, radius: 0.0052, colour: pencil, opacity: min(0.16 + 1.5 * dark, 0.72)))
        }
      }
    }
  }
}
