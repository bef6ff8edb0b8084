/// What a picture of the Menagerie can show.
public enum Category: String, Codable, Sendable, CaseIterable {
  // The source world.
  case cat, dog, rabbit, fox, bear, owl, frog, zebra, goat, horse, elephant, fish, butterfly, flower, mug, car
  // What only target tasks show.
  case cow, sheep, pig
  case pedigreeCat, pedigreeDog
  case rose, tulip, daisy, sunflower, orchid
  case tea, juice, coffee
  case leaf
  case digit

  /// The sixteen categories of the source world, in the order of its labels.
  public static let source: [Category] = [
    .cat, .dog, .rabbit, .fox, .bear, .owl, .frog, .zebra, .goat, .horse, .elephant, .fish, .butterfly, .flower, .mug,
    .car,
  ]

  /// The name in both languages, in the singular and in lower case: "owl", "burung hantu".
  public var name: ClassName {
    switch self {
    case .pedigreeCat: Category.cat.name
    case .pedigreeDog: Category.dog.name
    default: ClassName(rawValue, indonesian: indonesianName)
    }
  }

  private var indonesianName: String {
    switch self {
    case .cat, .pedigreeCat: "kucing"
    case .dog, .pedigreeDog: "anjing"
    case .rabbit: "kelinci"
    case .fox: "rubah"
    case .bear: "beruang"
    case .owl: "burung hantu"
    case .frog: "katak"
    case .zebra: "zebra"
    case .goat: "kambing"
    case .horse: "kuda"
    case .elephant: "gajah"
    case .fish: "ikan"
    case .butterfly: "kupu-kupu"
    case .flower: "bunga"
    case .mug: "cangkir"
    case .car: "mobil"
    case .cow: "sapi"
    case .sheep: "domba"
    case .pig: "babi"
    case .rose: "mawar"
    case .tulip: "tulip"
    case .daisy: "aster"
    case .sunflower: "bunga matahari"
    case .orchid: "anggrek"
    case .tea: "teh"
    case .juice: "jus"
    case .coffee: "kopi"
    case .leaf: "daun"
    case .digit: "angka"
    }
  }
}
