/// The coat of a breed or variant, before chance varies it.
struct Breed {
  var primary: RGB
  var secondary: RGB
  var accent: RGB
  var pattern: Pattern
  /// What a caption calls it; nil for the category's name.
  var name: ClassName?

  init(
    _ primary: RGB, _ secondary: RGB, _ accent: RGB, _ pattern: Pattern = Pattern(), name: ClassName? = nil
  ) {
    self.primary = primary
    self.secondary = secondary
    self.accent = accent
    self.pattern = pattern
    self.name = name
  }
}

/// Colours that several animals share.
enum Fur {
  static let black = RGB(0.14, 0.135, 0.14)
  static let white = RGB(0.95, 0.93, 0.89)
  static let cream = RGB(0.93, 0.85, 0.7)
  static let sand = RGB(0.82, 0.68, 0.48)
  static let ginger = RGB(0.85, 0.5, 0.2)
  static let rust = RGB(0.72, 0.34, 0.14)
  static let chestnut = RGB(0.5, 0.27, 0.14)
  static let brown = RGB(0.4, 0.26, 0.16)
  static let dark = RGB(0.24, 0.17, 0.13)
  static let grey = RGB(0.52, 0.52, 0.54)
  static let slate = RGB(0.35, 0.37, 0.41)
  static let pink = RGB(0.9, 0.62, 0.6)
}

extension Category {
  /// The breeds or variants there are.
  var breeds: [Breed] {
    switch self {
    case .cat:
      [
        Breed(Fur.ginger, Fur.rust, Fur.cream, Pattern(kind: .tabby, scale: 6, amount: 0.5)),
        Breed(Fur.grey, Fur.black, Fur.white, Pattern(kind: .tabby, scale: 6, amount: 0.5)),
        Breed(Fur.black, Fur.black, Fur.slate), Breed(Fur.white, Fur.cream, Fur.white),
        Breed(Fur.white, Fur.black, Fur.white, Pattern(kind: .patches, scale: 2.2, amount: 0.5)),
        Breed(Fur.cream, Fur.dark, Fur.cream), Breed(Fur.slate, Fur.slate, Fur.grey),
      ]
    case .dog:
      [
        Breed(Fur.sand, Fur.sand, Fur.cream), Breed(Fur.brown, Fur.brown, Fur.sand),
        Breed(Fur.white, Fur.brown, Fur.white, Pattern(kind: .patches, scale: 2, amount: 0.5)),
        Breed(Fur.black, Fur.black, Fur.ginger), Breed(Fur.grey, Fur.slate, Fur.white),
        Breed(Fur.white, Fur.black, Fur.white, Pattern(kind: .spots, scale: 6, amount: 0.55)),
        Breed(Fur.ginger, Fur.rust, Fur.white, Pattern(kind: .patches, scale: 1.6, amount: 0.4)),
      ]
    case .rabbit:
      [
        Breed(Fur.white, Fur.white, Fur.white), Breed(Fur.brown, Fur.brown, Fur.cream),
        Breed(Fur.grey, Fur.grey, Fur.white), Breed(Fur.sand, Fur.brown, Fur.white),
        Breed(Fur.white, Fur.black, Fur.white, Pattern(kind: .patches, scale: 2, amount: 0.45)),
        Breed(Fur.black, Fur.black, Fur.grey),
      ]
    case .fox:
      [
        Breed(Fur.ginger, Fur.dark, Fur.white), Breed(Fur.rust, Fur.black, Fur.cream),
        Breed(Fur.white, Fur.grey, Fur.white), Breed(Fur.slate, Fur.black, Fur.grey),
        Breed(Fur.sand, Fur.brown, Fur.white), Breed(Fur.dark, Fur.black, Fur.cream),
      ]
    case .bear:
      [
        Breed(Fur.brown, Fur.dark, Fur.sand), Breed(Fur.dark, Fur.black, Fur.sand),
        Breed(Fur.black, Fur.black, Fur.brown),
        Breed(Fur.white, Fur.cream, Fur.white), Breed(Fur.chestnut, Fur.brown, Fur.cream),
        Breed(Fur.grey, Fur.slate, Fur.cream),
      ]
    case .owl:
      [
        Breed(Fur.brown, Fur.dark, Fur.cream, Pattern(kind: .spots, scale: 8, amount: 0.5)),
        Breed(Fur.white, Fur.grey, Fur.white, Pattern(kind: .spots, scale: 8, amount: 0.4)),
        Breed(Fur.grey, Fur.slate, Fur.white, Pattern(kind: .tabby, scale: 8, amount: 0.5)),
        Breed(Fur.sand, Fur.brown, Fur.white, Pattern(kind: .spots, scale: 7, amount: 0.45)),
        Breed(Fur.dark, Fur.sand, Fur.sand, Pattern(kind: .spots, scale: 7, amount: 0.4)),
      ]
    case .frog:
      [
        Breed(
          RGB(0.36, 0.58, 0.2), RGB(0.2, 0.38, 0.12), RGB(0.85, 0.85, 0.6),
          Pattern(kind: .spots, scale: 5, amount: 0.6)),
        Breed(
          RGB(0.5, 0.45, 0.25), RGB(0.3, 0.25, 0.14), Fur.cream, Pattern(kind: .patches, scale: 3, amount: 0.4)),
        Breed(RGB(0.8, 0.3, 0.18), Fur.black, Fur.cream, Pattern(kind: .spots, scale: 5, amount: 0.5)),
        Breed(
          RGB(0.25, 0.4, 0.7), Fur.black, RGB(0.6, 0.75, 0.85), Pattern(kind: .patches, scale: 3, amount: 0.4)),
        Breed(RGB(0.85, 0.7, 0.2), Fur.black, Fur.cream, Pattern(kind: .patches, scale: 3, amount: 0.4)),
        Breed(RGB(0.55, 0.5, 0.45), Fur.dark, Fur.white), Breed(Fur.brown, Fur.dark, Fur.sand),
      ]
    case .zebra:
      [
        Breed(Fur.white, Fur.black, Fur.dark, Pattern(kind: .stripes, scale: 6, amount: 0.5)),
        Breed(RGB(0.9, 0.84, 0.75), Fur.black, Fur.dark, Pattern(kind: .stripes, scale: 7, amount: 0.5)),
        Breed(Fur.white, Fur.black, Fur.black, Pattern(kind: .stripes, scale: 5.4, amount: 0.55)),
      ]
    case .goat:
      [
        Breed(Fur.white, Fur.cream, Fur.white), Breed(Fur.brown, Fur.dark, Fur.cream),
        Breed(Fur.white, Fur.brown, Fur.white, Pattern(kind: .patches, scale: 2, amount: 0.5)),
        Breed(Fur.black, Fur.black, Fur.white), Breed(Fur.grey, Fur.slate, Fur.white),
        Breed(Fur.sand, Fur.dark, Fur.cream),
      ]
    case .horse:
      [
        Breed(Fur.chestnut, Fur.dark, Fur.dark), Breed(Fur.black, Fur.black, Fur.black),
        Breed(Fur.white, Fur.grey, Fur.white),
        Breed(Fur.sand, Fur.cream, Fur.cream), Breed(Fur.brown, Fur.black, Fur.black),
        Breed(Fur.white, Fur.chestnut, Fur.dark, Pattern(kind: .patches, scale: 1.7, amount: 0.5)),
        Breed(Fur.grey, Fur.slate, Fur.slate, Pattern(kind: .spots, scale: 7, amount: 0.4)),
      ]
    case .elephant:
      [
        Breed(Fur.grey, Fur.slate, Fur.pink), Breed(Fur.slate, Fur.slate, Fur.pink),
        Breed(RGB(0.6, 0.5, 0.42), Fur.brown, Fur.pink), Breed(RGB(0.75, 0.72, 0.7), Fur.grey, Fur.pink),
        Breed(RGB(0.42, 0.34, 0.3), Fur.dark, Fur.pink),
      ]
    case .fish:
      [
        Breed(RGB(0.92, 0.48, 0.15), Fur.white, Fur.black, Pattern(kind: .stripes, scale: 2.2, amount: 0.4)),
        Breed(
          RGB(0.3, 0.5, 0.72), RGB(0.9, 0.8, 0.3), RGB(0.9, 0.8, 0.3),
          Pattern(kind: .stripes, scale: 3.5, amount: 0.35)),
        Breed(Fur.grey, Fur.slate, Fur.white),
        Breed(RGB(0.8, 0.3, 0.25), Fur.white, Fur.pink, Pattern(kind: .patches, scale: 2.2, amount: 0.5)),
        Breed(RGB(0.85, 0.75, 0.3), Fur.black, Fur.white, Pattern(kind: .tabby, scale: 4, amount: 0.45)),
        Breed(RGB(0.4, 0.55, 0.45), Fur.dark, Fur.cream, Pattern(kind: .spots, scale: 6, amount: 0.5)),
        Breed(Fur.white, Fur.black, Fur.grey, Pattern(kind: .stripes, scale: 3.5, amount: 0.45)),
      ]
    case .butterfly:
      [
        Breed(RGB(0.9, 0.5, 0.12), Fur.black, Fur.white), Breed(RGB(0.3, 0.5, 0.85), Fur.black, Fur.white),
        Breed(RGB(0.92, 0.85, 0.5), Fur.dark, RGB(0.85, 0.4, 0.2)), Breed(Fur.white, Fur.grey, Fur.black),
        Breed(RGB(0.55, 0.3, 0.6), Fur.black, RGB(0.95, 0.8, 0.4)),
        Breed(Fur.brown, Fur.dark, RGB(0.9, 0.6, 0.3)),
        Breed(Fur.black, Fur.dark, RGB(0.4, 0.75, 0.65)),
      ]
    case .flower:
      [
        Breed(RGB(0.85, 0.25, 0.3), RGB(0.6, 0.1, 0.2), RGB(0.95, 0.8, 0.3)),
        Breed(Fur.white, RGB(0.9, 0.85, 0.9), RGB(0.92, 0.7, 0.15)),
        Breed(RGB(0.95, 0.75, 0.2), RGB(0.9, 0.5, 0.1), Fur.brown),
        Breed(RGB(0.6, 0.4, 0.75), RGB(0.4, 0.2, 0.6), RGB(0.95, 0.85, 0.4)),
        Breed(RGB(0.92, 0.6, 0.68), RGB(0.85, 0.35, 0.5), Fur.cream),
        Breed(RGB(0.35, 0.45, 0.8), RGB(0.2, 0.25, 0.6), Fur.white),
      ]
    case .mug:
      [
        Breed(Fur.white, RGB(0.25, 0.4, 0.65), Fur.brown), Breed(RGB(0.75, 0.25, 0.22), Fur.white, Fur.dark),
        Breed(RGB(0.25, 0.4, 0.55), Fur.cream, Fur.brown), Breed(Fur.cream, Fur.rust, RGB(0.6, 0.3, 0.1)),
        Breed(Fur.slate, RGB(0.85, 0.7, 0.3), Fur.dark), Breed(RGB(0.4, 0.55, 0.4), Fur.white, Fur.brown),
        Breed(Fur.brown, Fur.sand, Fur.dark),
      ]
    case .car:
      [
        Breed(RGB(0.75, 0.18, 0.16), Fur.white, Fur.black), Breed(RGB(0.2, 0.35, 0.65), Fur.white, Fur.black),
        Breed(Fur.white, Fur.slate, Fur.black), Breed(Fur.slate, Fur.grey, Fur.black),
        Breed(RGB(0.85, 0.68, 0.2), Fur.black, Fur.black), Breed(RGB(0.3, 0.5, 0.35), Fur.cream, Fur.black),
        Breed(Fur.sand, Fur.brown, Fur.black), Breed(Fur.black, Fur.grey, Fur.slate),
      ]
    case .cow, .sheep, .pig: farmBreeds
    case .pedigreeCat: CatBreed.breeds
    case .pedigreeDog: DogBreed.breeds
    case .rose, .tulip, .daisy, .sunflower, .orchid: flowerBreeds
    case .tea, .juice, .coffee: Serving.breeds(of: self)
    case .leaf: LeafCondition.breeds
    case .digit: Digit.breeds
    }
  }
}
