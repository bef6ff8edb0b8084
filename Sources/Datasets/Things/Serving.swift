/// How a drink is served: in what, and with what.
struct Serving {
  /// What it is poured into.
  enum Vessel: CaseIterable {
    case cup, mug, glass
  }
  /// What comes with it.
  enum Extra {
    /// Nothing: tea and coffee alike.
    case none
    case teaBag, lemon, mint
    case foam, beans, spoon
    case straw, slice, ice
  }
  let vessel: Vessel
  let liquid: RGB
  let extra: Extra

  private init(_ vessel: Vessel, _ liquid: RGB, _ extra: Extra) {
    self.vessel = vessel
    self.liquid = liquid
    self.extra = extra
  }

  private static let tea: [Serving] = [
    Serving(.cup, RGB(0.72, 0.38, 0.12), .teaBag), Serving(.mug, RGB(0.62, 0.3, 0.1), .teaBag),
    Serving(.glass, RGB(0.76, 0.42, 0.1), .lemon), Serving(.glass, RGB(0.66, 0.28, 0.08), .teaBag),
    Serving(.cup, RGB(0.78, 0.66, 0.28), .mint), Serving(.glass, RGB(0.74, 0.68, 0.3), .mint),
    Serving(.cup, RGB(0.68, 0.34, 0.12), .lemon),
    // These two could as well be coffee.
    Serving(.cup, RGB(0.26, 0.13, 0.07), .none), Serving(.mug, RGB(0.66, 0.46, 0.3), .none),
  ]

  private static let juice: [Serving] = [
    Serving(.glass, RGB(0.96, 0.58, 0.1), .slice), Serving(.glass, RGB(0.8, 0.15, 0.18), .straw),
    Serving(.glass, RGB(0.5, 0.68, 0.2), .ice), Serving(.glass, RGB(0.45, 0.16, 0.4), .straw),
    Serving(.mug, RGB(0.95, 0.66, 0.18), .straw), Serving(.glass, RGB(0.84, 0.6, 0.22), .ice),
    Serving(.cup, RGB(0.88, 0.32, 0.26), .slice),
  ]

  private static let coffee: [Serving] = [
    Serving(.cup, RGB(0.22, 0.12, 0.07), .beans), Serving(.cup, RGB(0.6, 0.4, 0.24), .foam),
    Serving(.mug, RGB(0.52, 0.33, 0.2), .foam), Serving(.glass, RGB(0.5, 0.32, 0.2), .foam),
    Serving(.cup, RGB(0.28, 0.15, 0.08), .spoon), Serving(.glass, RGB(0.2, 0.11, 0.07), .ice),
    Serving(.mug, RGB(0.2, 0.11, 0.07), .beans),
    Serving(.cup, RGB(0.26, 0.13, 0.07), .none), Serving(.mug, RGB(0.66, 0.46, 0.3), .none),
  ]

  /// The ways in which a drink is served, in the order of its breeds.
  static func all(_ category: Category) -> [Serving] {
    switch category {
    case .tea: tea
    case .juice: juice
    default: coffee
    }
  }

  /// The drinks of a category as breeds; the vessel's own colours are drawn apart.
  static func breeds(of category: Category) -> [Breed] {
    all(category).map { Breed(Fur.white, Fur.cream, $0.liquid) }
  }

  /// Glazes of cups and mugs, the same for every drink: main colour and decoration.
  static let glazes: [(RGB, RGB)] = [
    (Fur.white, RGB(0.25, 0.4, 0.65)), (RGB(0.72, 0.26, 0.22), Fur.white), (RGB(0.25, 0.4, 0.55), Fur.cream),
    (Fur.cream, Fur.rust), (Fur.slate, RGB(0.85, 0.7, 0.3)), (RGB(0.45, 0.58, 0.44), Fur.white),
    (RGB(0.85, 0.66, 0.3), Fur.brown), (RGB(0.86, 0.66, 0.66), Fur.white), (Fur.brown, Fur.sand),
  ]

  /// The drink and its vessel in words, without an article.
  func description(of scene: Scene) -> ClassName {
    let drink = scene.category.name
    let colour = ColorName.name(of: vessel == .glass ? scene.coat.accent : scene.coat.primary)
    switch vessel {
    case .glass:
      return ClassName(
        "glass of \(colour.english) \(drink.english)",
        indonesian: "\(drink.indonesian) \(colour.indonesian) dalam gelas")
    case .cup:
      return ClassName(
        "\(colour.english) cup of \(drink.english)",
        indonesian: "\(drink.indonesian) dalam cangkir \(colour.indonesian)")
    case .mug:
      return ClassName(
        "\(colour.english) mug of \(drink.english)",
        indonesian: "\(drink.indonesian) dalam mug \(colour.indonesian)")
    }
  }
}

extension Scene {
  /// How the drink is served, if the scene shows one.
  var serving: Serving? {
    guard [.tea, .juice, .coffee].contains(category) else { return nil }
    let servings = Serving.all(category)
    return servings.indices.contains(breed) ? servings[breed] : nil
  }
}
