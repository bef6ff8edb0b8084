/// The breeds of cats that only target tasks show, each told by its build and coat.
enum CatBreed: Int, CaseIterable {
  case siamese, persian, bengal, sphynx, maineCoon, britishShorthair

  /// Coats of each breed; a breed's index in the category is `breed * coatsPerBreed + coat`.
  private static let coatsPerBreed = 4

  static let breeds: [Breed] = allCases.flatMap { breed in
    let name = ClassName("\(breed.name.english) cat", indonesian: "kucing \(breed.name.indonesian)")
    return breed.colours.map { Breed($0.primary, $0.secondary, $0.accent, $0.pattern, name: name) }
  }

  /// The breeds of the category, as indices, that show this one.
  var coats: [Int] { Array((rawValue * Self.coatsPerBreed)..<((rawValue + 1) * Self.coatsPerBreed)) }

  init(_ scene: Scene) {
    self = CatBreed(rawValue: scene.breed / Self.coatsPerBreed) ?? .siamese
  }

  var name: ClassName {
    switch self {
    case .siamese: ClassName("Siamese", indonesian: "Siam")
    case .persian: ClassName("Persian", indonesian: "Persia")
    case .bengal: ClassName("Bengal", indonesian: "Bengal")
    case .sphynx: ClassName("Sphynx", indonesian: "Sphynx")
    case .maineCoon: ClassName("Maine Coon", indonesian: "Maine Coon")
    case .britishShorthair: ClassName("British Shorthair", indonesian: "British Shorthair")
    }
  }

  private var colours: [Breed] {
    let rosettes = Pattern(kind: .spots, scale: 7, amount: 0.68)
    let tabby = Pattern(kind: .tabby, scale: 7, amount: 0.5)
    switch self {
    case .siamese:
      // Points in the second colour: mask, ears, feet, tail.
      return [
        Breed(Fur.cream, Fur.dark, Fur.cream), Breed(Fur.white, Fur.slate, Fur.white),
        Breed(RGB(0.9, 0.82, 0.72), Fur.brown, Fur.cream), Breed(RGB(0.86, 0.84, 0.82), Fur.black, Fur.white),
      ]
    case .persian:
      return [
        Breed(Fur.white, Fur.cream, Fur.white), Breed(Fur.ginger, Fur.rust, Fur.cream),
        Breed(Fur.grey, Fur.slate, Fur.grey), Breed(Fur.dark, Fur.black, Fur.brown),
      ]
    case .bengal:
      return [
        Breed(RGB(0.84, 0.6, 0.32), Fur.dark, Fur.cream, rosettes),
        Breed(RGB(0.78, 0.76, 0.74), Fur.black, Fur.white, rosettes),
        Breed(RGB(0.68, 0.46, 0.26), Fur.black, Fur.cream, rosettes), Breed(Fur.cream, Fur.brown, Fur.white, rosettes),
      ]
    case .sphynx:
      return [
        Breed(RGB(0.9, 0.7, 0.62), Fur.pink, Fur.pink), Breed(RGB(0.5, 0.46, 0.47), Fur.slate, RGB(0.62, 0.54, 0.54)),
        Breed(RGB(0.92, 0.76, 0.68), Fur.slate, Fur.pink, Pattern(kind: .patches, scale: 2, amount: 0.42)),
        Breed(RGB(0.32, 0.26, 0.26), Fur.black, RGB(0.5, 0.38, 0.36)),
      ]
    case .maineCoon:
      return [
        Breed(RGB(0.52, 0.4, 0.28), Fur.black, Fur.cream, tabby), Breed(Fur.ginger, Fur.rust, Fur.cream, tabby),
        Breed(RGB(0.66, 0.66, 0.66), Fur.black, Fur.white, tabby), Breed(Fur.dark, Fur.black, Fur.white, tabby),
      ]
    case .britishShorthair:
      return [
        Breed(RGB(0.46, 0.51, 0.58), Fur.slate, RGB(0.5, 0.55, 0.62)), Breed(Fur.cream, Fur.sand, Fur.cream),
        Breed(RGB(0.66, 0.6, 0.62), Fur.grey, RGB(0.72, 0.66, 0.67)), Breed(Fur.black, Fur.black, Fur.slate),
      ]
    }
  }

  /// The build: factors around 1 where nothing else is said.
  var build: CatBuild {
    var build = CatBuild()
    switch self {
    case .siamese:
      build.face = Point(0.82, 1.04)
      build.ear = Point(1.25, 1.3)
      build.limb = 0.8
      build.iris = RGB(0.3, 0.58, 0.86)
      build.fur = 0.4
      build.jaw = 0.72
    case .persian:
      build.face = Point(1.12, 1.0)
      build.ear = Point(0.8, 0.5)
      build.limb = 1.3
      build.iris = RGB(0.86, 0.5, 0.12)
      build.fur = 2
      build.jaw = 1.25
      build.ruff = 1.2
      build.nose = -0.11
      build.eye = 1.14
    case .bengal:
      build.ear = Point(0.9, 0.85)
      build.face = Point(0.94, 0.96)
      build.iris = RGB(0.5, 0.66, 0.24)
      build.fur = 0.35
      build.jaw = 0.95
    case .sphynx:
      build.face = Point(0.84, 0.96)
      build.ear = Point(1.5, 1.5)
      build.limb = 0.78
      build.iris = RGB(0.6, 0.74, 0.7)
      build.fur = 0
      build.jaw = 0.85
      build.eye = 1.2
    case .maineCoon:
      build.ear = Point(1.05, 1.35)
      build.face = Point(0.96, 1.06)
      build.limb = 1.2
      build.iris = RGB(0.7, 0.68, 0.24)
      build.fur = 1.8
      build.jaw = 1.08
      build.ruff = 0.75
      build.muzzle = 1.3
    case .britishShorthair:
      build.face = Point(1.1, 1.04)
      build.ear = Point(0.85, 0.6)
      build.limb = 1.15
      build.iris = RGB(0.85, 0.52, 0.14)
      build.fur = 0.9
      build.jaw = 1.4
    }
    return build
  }
}

/// What makes one breed of cats look unlike another.
struct CatBuild {
  /// Factors on the skull's width and height.
  var face = Point(1, 1)
  /// Factors on the ears' width and height.
  var ear = Point(1, 1)
  /// Factor on the thickness of limbs and trunk.
  var limb: Float = 1
  /// Length of the coat.
  var fur: Float = 1
  /// Factor on the cheeks.
  var jaw: Float = 1
  /// Size of the collar of long fur, 0 for none.
  var ruff: Float = 0
  /// How far the nose is moved down; a flat face has it between the eyes.
  var nose: Float = 0
  var muzzle: Float = 1
  var eye: Float = 1
  var iris = RGB(0.7, 0.65, 0.2)
}
