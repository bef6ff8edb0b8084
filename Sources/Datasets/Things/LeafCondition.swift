/// What ails a leaf.
enum LeafCondition: Int, CaseIterable {
  case healthy, rust, blight, mildew

  /// Colours in which leaves grow: blade, vein and edge.
  private static let foliage: [Breed] = [
    Breed(RGB(0.3, 0.52, 0.2), RGB(0.6, 0.72, 0.42), RGB(0.2, 0.36, 0.14)),
    Breed(RGB(0.17, 0.36, 0.2), RGB(0.45, 0.6, 0.42), RGB(0.12, 0.26, 0.14)),
    Breed(RGB(0.52, 0.64, 0.24), RGB(0.8, 0.84, 0.56), RGB(0.38, 0.48, 0.16)),
    Breed(RGB(0.46, 0.2, 0.22), RGB(0.75, 0.48, 0.45), RGB(0.32, 0.13, 0.15)),
    Breed(RGB(0.4, 0.52, 0.46), RGB(0.68, 0.76, 0.68), RGB(0.28, 0.38, 0.34)),
  ]

  /// All conditions on all foliage: a breed's index is `condition * foliage.count + foliage`.
  static let breeds: [Breed] = allCases.flatMap { _ in foliage }

  /// The breeds that show this condition.
  var foliage: [Int] { Array((rawValue * Self.foliage.count)..<((rawValue + 1) * Self.foliage.count)) }

  /// The condition that a breed shows.
  init(breed: Int) {
    self = LeafCondition(rawValue: breed / Self.foliage.count) ?? .healthy
  }

  var name: ClassName {
    switch self {
    case .healthy: ClassName("healthy", indonesian: "sehat")
    case .rust: ClassName("rust", indonesian: "karat")
    case .blight: ClassName("blight", indonesian: "hawar")
    case .mildew: ClassName("mildew", indonesian: "embun tepung")
    }
  }

  /// The condition as a part of a caption.
  var marks: ClassName {
    self == .healthy
      ? ClassName(" without spots", indonesian: " tanpa bercak")
      : ClassName(" with \(name.english)", indonesian: " dengan \(name.indonesian)")
  }
}
