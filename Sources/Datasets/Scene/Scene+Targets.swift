import Autograd

extension Scene {
  /// Draws what only target tasks have, from a stream of its own: nothing else of the scene depends on it.
  mutating func drawTarget(seed: UInt64) {
    var random = RandomSource(seed: seed, stream: 3)
    switch category {
    case .pedigreeCat, .pedigreeDog: posture = random.chance(0.4) ? .lying : .upright
    case .tea, .juice, .coffee:
      (coat.primary, coat.secondary) = random.pick(Serving.glazes)
      coat.primary = coat.primary * random.uniform(0.88...1.08) + random.tint(0.04)
    case .digit: write(&random)
    default: break
    }
  }

  /// Puts a digit on paper, the right way round, in an ink that can be seen on it.
  private mutating func write(_ random: inout RandomSource) {
    pose.mirrored = false
    background = .paper(&random, horizon: background.horizon, seed: background.seed)
    if background.colour.sum() < 1.5 { coat.primary = RGB(repeating: 1) - 0.55 * coat.primary }
  }
}

extension Background {
  /// A sheet to write on.
  fileprivate static func paper(_ random: inout RandomSource, horizon: Float, seed: UInt32) -> Background {
    let (main, other) = random.pick(Kind.paper.palettes)
    return Background(
      kind: .paper, colour: main * random.uniform(0.85...1.03) + random.tint(0.03), second: other, horizon: horizon,
      detail: random.uniform(0.2...1), seed: seed)
  }
}
