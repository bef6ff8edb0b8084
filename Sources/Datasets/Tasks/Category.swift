/// What a picture of the Menagerie can show.
public enum Category: String, Codable, Sendable, CaseIterable {
  case cat, dog, rabbit, fox, bear, owl, frog, zebra, goat, horse, elephant, fish, butterfly, flower, mug, car

  /// The name in both languages, in the singular and in lower case: "owl", "burung hantu".
  public var name: ClassName {
    ClassName(rawValue, indonesian: indonesianName)
  }

  private var indonesianName: String {
    switch self {
    case .cat: "kucing"
    case .dog: "anjing"
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
    }
  }
}
