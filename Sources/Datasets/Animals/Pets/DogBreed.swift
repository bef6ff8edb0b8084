/// The breeds of dogs that only target tasks show, each told by its build and coat.
enum DogBreed: Int, CaseIterable {
  case beagle, pug, dalmatian, husky, poodle, chihuahua

  /// Coats of each breed; a breed's index in the category is `breed * coatsPerBreed + coat`.
  private static let coatsPerBreed = 4

  static let breeds: [Breed] = allCases.flatMap { breed in
    let name = ClassName(
      "\(breed.name.english) dog", indonesian: "anjing \(breed.name.indonesian)")
    return breed.colours.map { Breed($0.primary, $0.secondary, $0.accent, $0.pattern, name: name) }
  }

  /// The breeds of the category, as indices, that show this one.
  var coats: [Int] { Array((rawValue * Self.coatsPerBreed)..<((rawValue + 1) * Self.coatsPerBreed)) }

  init(_ scene: Scene) {
    self = DogBreed(rawValue: scene.breed / Self.coatsPerBreed) ?? .beagle
  }

  var name: ClassName {
    switch self {
    case .beagle: ClassName("beagle")
    case .pug: ClassName("pug")
    case .dalmatian: ClassName("Dalmatian")
    case .husky: ClassName("husky")
    case .poodle: ClassName("poodle", indonesian: "pudel")
    case .chihuahua: ClassName("Chihuahua")
    }
  }

  private var colours: [Breed] {
    switch self {
    case .beagle:
      // White below, the first colour on the head, the second as a saddle.
      return [
        Breed(RGB(0.72, 0.42, 0.2), Fur.black, Fur.white), Breed(RGB(0.88, 0.7, 0.44), RGB(0.82, 0.6, 0.34), Fur.white),
        Breed(Fur.chestnut, Fur.dark, Fur.white), Breed(Fur.rust, Fur.slate, Fur.cream),
      ]
    case .pug:
      // A mask in the second colour.
      return [
        Breed(RGB(0.86, 0.7, 0.5), Fur.black, Fur.cream), Breed(RGB(0.7, 0.66, 0.6), Fur.black, Fur.grey),
        Breed(RGB(0.88, 0.62, 0.38), Fur.dark, Fur.cream), Breed(RGB(0.27, 0.25, 0.25), Fur.black, Fur.slate),
      ]
    case .dalmatian:
      return [Fur.black, Fur.brown, Fur.slate, Fur.dark].map {
        Breed($0 == Fur.brown ? Fur.cream : Fur.white, $0, Fur.white, Pattern(kind: .spots, scale: 6.5, amount: 0.52))
      }
    case .husky:
      // White mask and belly under the first colour.
      return [
        Breed(Fur.slate, Fur.black, Fur.white), Breed(Fur.black, Fur.black, Fur.white),
        Breed(Fur.rust, Fur.brown, Fur.white), Breed(Fur.grey, Fur.slate, Fur.white),
      ]
    case .poodle:
      return [
        Breed(Fur.white, Fur.cream, Fur.white), Breed(RGB(0.23, 0.21, 0.22), Fur.black, Fur.slate),
        Breed(RGB(0.84, 0.56, 0.34), Fur.rust, Fur.sand), Breed(Fur.grey, Fur.slate, Fur.grey),
      ]
    case .chihuahua:
      return [
        Breed(Fur.sand, Fur.brown, Fur.cream), Breed(Fur.black, Fur.black, Fur.ginger),
        Breed(Fur.white, Fur.sand, Fur.white, Pattern(kind: .patches, scale: 1.8, amount: 0.45)),
        Breed(Fur.brown, Fur.dark, Fur.sand),
      ]
    }
  }

  /// The build: factors around 1 where nothing else is said.
  var build: DogBuild {
    var build = DogBuild()
    switch self {
    case .beagle:
      build.ear = .hanging(length: 1.35)
      build.fur = 0.5
    case .pug:
      build.face = Point(1.14, 0.98)
      build.snout = 0.35
      build.ear = .folded
      build.limb = 1.15
      build.leg = 0.72
      build.fur = 0.4
      build.eye = 1.4
    case .dalmatian:
      build.ear = .hanging(length: 0.85)
      build.face = Point(0.92, 1.02)
      build.limb = 0.92
      build.leg = 1.12
      build.fur = 0.3
      build.snout = 1.1
    case .husky:
      build.ear = .upright(Point(1, 1))
      build.fur = 1.6
      build.limb = 1.08
      build.iris = RGB(0.5, 0.76, 0.95)
      build.leg = 1
    case .poodle:
      build.ear = .hanging(length: 1.1)
      build.face = Point(0.78, 1)
      build.snout = 1.15
      build.limb = 0.78
      build.leg = 1.1
      build.fur = 1.4
    case .chihuahua:
      build.ear = .upright(Point(1.55, 1.35))
      build.face = Point(0.98, 1.04)
      build.snout = 0.58
      build.limb = 0.68
      build.leg = 0.86
      build.fur = 0.4
      build.eye = 1.5
    }
    return build
  }
}

/// What makes one breed of dogs look unlike another.
struct DogBuild {
  /// How ears are carried.
  enum Ear {
    case hanging(length: Float)
    /// Factors on width and height.
    case upright(Point)
    /// Small and tipped over.
    case folded
  }
  /// Factors on the skull's width and height.
  var face = Point(1, 1)
  var ear = Ear.hanging(length: 1)
  /// Factor on the length of the muzzle.
  var snout: Float = 1
  /// Factor on the thickness of limbs and trunk, and on the length of legs.
  var limb: Float = 1
  var leg: Float = 1
  /// Length of the coat.
  var fur: Float = 1
  var eye: Float = 1
  var iris: RGB?
}
