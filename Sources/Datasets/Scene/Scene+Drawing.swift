import Autograd
import Foundation

extension Scene {
  /// Draws all causes of a picture of a category: the same seed gives the same scene.
  ///
  /// Place, light, camera, pose and occlusion are drawn before anything that depends on the category, from their own
  /// stream of the seed, so that none of them can give the category away. `breeds` are the indices that may be drawn,
  /// all of them by default.
  public init(_ category: Category, breeds allowed: [Int]? = nil, seed: UInt64) {
    var surroundings = RandomSource(seed: seed, stream: 1)
    view = surroundings.chance(0.5) ? .face : .body
    pose = Pose(&surroundings)
    light = Light(&surroundings)
    background = Background(&surroundings)
    occlusion = surroundings.chance(0.1) ? Occlusion(&surroundings) : nil
    camera = Camera(&surroundings)

    var subject = RandomSource(seed: seed, stream: 2)
    self.category = category
    let breeds = category.breeds
    breed = subject.pick(allowed ?? Array(breeds.indices))
    proportions = Proportions(&subject)
    coat = Coat(breeds[breed], &subject)
    expression = Expression(&subject)

    posture = .upright
    if !Category.source.contains(category) { drawTarget(seed: seed) }
  }
}

extension Scene.Pose {
  fileprivate init(_ random: inout RandomSource) {
    size = random.uniform(0.66...0.93)
    // As far from the middle as the subject's box, which is nearly 2 wide, stays in the picture.
    let room = 0.96 - 0.95 * size
    x = random.uniform(-room...room)
    y = random.uniform(-room...room)
    rotation = random.uniform(-0.14...0.14)
    mirrored = random.chance(0.5)
    bend = random.uniform(-0.1...0.1)
    swing = random.uniform(-1...1)
  }
}

extension Scene.Light {
  fileprivate init(_ random: inout RandomSource) {
    let side = random.uniform(-0.75...0.75)
    let above = random.uniform(0.25...0.7)
    let vector = SIMD3<Float>(side, -above, 0.75)
    direction = vector / (vector * vector).sum().squareRoot()
    ambient = random.uniform(0.3...0.55)
    warmth = random.uniform(-1...1)
  }
}

extension Background {
  fileprivate init(_ random: inout RandomSource) {
    kind = random.pick(Kind.places)
    let (main, other) = random.pick(kind.palettes)
    let jitter = random.uniform(0.8...1.12)
    colour = main * jitter + random.tint(0.05)
    second = other * jitter + random.tint(0.05)
    horizon = random.uniform(-0.25...0.35)
    detail = random.uniform(0.4...1)
    seed = UInt32(truncatingIfNeeded: random.next())
  }
}

extension Background.Kind {
  /// Pairs of main and second colour.
  var palettes: [(RGB, RGB)] {
    switch self {
    case .meadow:
      [
        (RGB(0.42, 0.6, 0.25), RGB(0.5, 0.73, 0.93)), (RGB(0.55, 0.58, 0.25), RGB(0.93, 0.75, 0.6)),
        (RGB(0.3, 0.5, 0.3), RGB(0.75, 0.8, 0.85)), (RGB(0.75, 0.66, 0.35), RGB(0.45, 0.65, 0.88)),
      ]
    case .room:
      [
        (RGB(0.85, 0.78, 0.66), RGB(0.55, 0.36, 0.22)), (RGB(0.55, 0.68, 0.72), RGB(0.62, 0.45, 0.3)),
        (RGB(0.8, 0.6, 0.55), RGB(0.42, 0.33, 0.3)), (RGB(0.5, 0.55, 0.42), RGB(0.7, 0.58, 0.42)),
        (RGB(0.35, 0.4, 0.55), RGB(0.5, 0.42, 0.36)),
      ]
    case .forest:
      [
        (RGB(0.25, 0.42, 0.2), RGB(0.32, 0.24, 0.17)), (RGB(0.62, 0.42, 0.16), RGB(0.28, 0.22, 0.18)),
        (RGB(0.2, 0.36, 0.3), RGB(0.4, 0.36, 0.32)),
      ]
    case .dunes:
      [
        (RGB(0.86, 0.7, 0.46), RGB(0.55, 0.75, 0.9)), (RGB(0.8, 0.52, 0.35), RGB(0.95, 0.8, 0.62)),
        (RGB(0.7, 0.62, 0.5), RGB(0.75, 0.72, 0.78)),
      ]
    case .snow:
      [
        (RGB(0.9, 0.93, 0.98), RGB(0.55, 0.7, 0.88)), (RGB(0.86, 0.86, 0.92), RGB(0.8, 0.68, 0.72)),
        (RGB(0.72, 0.78, 0.86), RGB(0.42, 0.5, 0.62)),
      ]
    case .beach:
      [
        (RGB(0.9, 0.8, 0.6), RGB(0.25, 0.6, 0.72)), (RGB(0.75, 0.68, 0.58), RGB(0.3, 0.45, 0.6)),
        (RGB(0.92, 0.78, 0.68), RGB(0.4, 0.62, 0.62)),
      ]
    case .paper:
      [
        (RGB(0.94, 0.93, 0.9), RGB(0.55, 0.68, 0.85)), (RGB(0.93, 0.88, 0.74), RGB(0.75, 0.55, 0.45)),
        (RGB(0.76, 0.62, 0.45), RGB(0.6, 0.46, 0.32)), (RGB(0.2, 0.29, 0.25), RGB(0.32, 0.42, 0.38)),
        (RGB(0.17, 0.2, 0.28), RGB(0.28, 0.34, 0.45)), (RGB(0.74, 0.84, 0.9), RGB(0.45, 0.58, 0.72)),
      ]
    case .clutter, .backdrop:
      [
        (RGB(0.7, 0.5, 0.42), RGB(0.35, 0.5, 0.6)), (RGB(0.45, 0.6, 0.55), RGB(0.8, 0.65, 0.4)),
        (RGB(0.55, 0.45, 0.6), RGB(0.7, 0.75, 0.6)), (RGB(0.4, 0.42, 0.45), RGB(0.7, 0.35, 0.3)),
        (RGB(0.82, 0.8, 0.75), RGB(0.35, 0.55, 0.4)), (RGB(0.3, 0.45, 0.62), RGB(0.85, 0.7, 0.5)),
      ]
    }
  }
}

extension Scene.Occlusion {
  fileprivate init(_ random: inout RandomSource) {
    kind = random.pick(Kind.allCases)
    x = random.uniform(-0.7...0.7)
    size = random.uniform(0.7...1.2)
    colour = random.pick([
      RGB(0.45, 0.32, 0.2), RGB(0.3, 0.5, 0.22), RGB(0.6, 0.6, 0.58), RGB(0.75, 0.3, 0.25),
      RGB(0.3, 0.45, 0.65), RGB(0.75, 0.65, 0.3),
    ])
    seed = UInt32(truncatingIfNeeded: random.next())
  }
}

extension Scene.Camera {
  fileprivate init(_ random: inout RandomSource) {
    let exposure = random.uniform(0.84...1.14)
    gain = RGB(repeating: exposure) * (RGB(repeating: 1) + random.tint(0.07))
    noise = random.chance(0.6) ? random.uniform(0...0.022) : 0
    blur = random.chance(0.25) ? random.uniform(0.003...0.008) : 0
    seed = UInt32(truncatingIfNeeded: random.next())
  }
}

extension Scene.Proportions {
  fileprivate init(_ random: inout RandomSource) {
    ear = random.uniform(0.85...1.18)
    horn = random.uniform(0.8...1.2)
    muzzle = random.uniform(0.88...1.12)
    tail = random.uniform(0.8...1.2)
    leg = random.uniform(0.9...1.1)
    girth = random.uniform(0.9...1.12)
  }
}

extension Scene.Coat {
  fileprivate init(_ breed: Breed, _ random: inout RandomSource) {
    let jitter = random.uniform(0.9...1.08)
    primary = breed.primary * jitter + random.tint(0.03)
    secondary = breed.secondary * jitter + random.tint(0.03)
    accent = breed.accent * random.uniform(0.92...1.05)
    pattern = breed.pattern
    pattern.scale *= random.uniform(0.85...1.2)
    pattern.amount *= random.uniform(0.88...1.12)
    seed = UInt32(truncatingIfNeeded: random.next())
  }
}

extension Scene.Expression {
  fileprivate init(_ random: inout RandomSource) {
    openness = random.chance(0.08) ? random.uniform(0.1...0.4) : random.uniform(0.75...1)
    gazeX = random.uniform(-1...1)
    gazeY = random.uniform(-1...1)
    iris = random.pick([
      RGB(0.36, 0.22, 0.1), RGB(0.25, 0.14, 0.08), RGB(0.55, 0.36, 0.12), RGB(0.75, 0.58, 0.15),
      RGB(0.4, 0.55, 0.2), RGB(0.3, 0.5, 0.65), RGB(0.2, 0.18, 0.16),
    ])
    hasSlitPupils = random.chance(0.4)
    smile = random.uniform(-0.5...1)
    showsTongue = random.chance(0.2)
    whiskers = random.chance(0.5) ? random.uniform(0.6...1.2) : 0
  }
}

extension RandomSource {
  /// A small shift of each colour channel.
  mutating func tint(_ strength: Float) -> RGB {
    RGB(uniform(-strength...strength), uniform(-strength...strength), uniform(-strength...strength))
  }
}
