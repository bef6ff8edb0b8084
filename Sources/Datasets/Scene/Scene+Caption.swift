extension Scene {
  /// What the picture shows, in words: "a black cat on green, in a meadow", "kucing hitam di atas hijau, di padang rumput".
  public var caption: ClassName {
    let ground = ColorName.name(of: background.colour)
    let place = background.kind.place
    let subject = subject
    return ClassName(
      "\(Appearance.article(before: subject.english)) \(subject.english) on \(ground.english), \(place.english)",
      indonesian: "\(subject.indonesian) di atas \(ground.indonesian), \(place.indonesian)")
  }

  /// The subject with its colour, marks and posture.
  private var subject: ClassName {
    if let serving { return serving.description(of: self) }
    let main = ColorName.name(of: coat.primary)
    let noun = noun
    let lying = posture == .lying ? ClassName(" lying", indonesian: " berbaring") : ClassName("")
    return ClassName(
      "\(main.english) \(noun.english)\(marks.english)\(lying.english)",
      indonesian: "\(noun.indonesian) \(main.indonesian)\(marks.indonesian)\(lying.indonesian)")
  }

  /// The breed's name where it has one, or the category's.
  private var noun: ClassName {
    let breeds = category.breeds
    return breeds.indices.contains(breed) ? breeds[breed].name ?? category.name : category.name
  }

  /// The pattern as a phrase, empty where there is none to be seen.
  private var marks: ClassName {
    if category == .leaf { return LeafCondition(breed: breed).marks }
    let main = ColorName.name(of: coat.primary)
    let other = ColorName.name(of: coat.secondary)
    guard let marks = coat.pattern.kind.marks, main != other else { return ClassName("") }
    return ClassName(
      " with \(other.english) \(marks.english)", indonesian: " dengan \(marks.indonesian) \(other.indonesian)")
  }
}

extension Pattern.Kind {
  /// The word for what it draws, if it draws anything.
  var marks: ClassName? {
    switch self {
    case .plain: nil
    case .stripes, .tabby: ClassName("stripes", indonesian: "garis")
    case .patches: ClassName("patches", indonesian: "bercak")
    case .spots: ClassName("spots", indonesian: "bintik")
    }
  }
}

extension Background.Kind {
  /// Where the subject is, in words: "in a meadow", "di padang rumput".
  package var place: ClassName {
    switch self {
    case .meadow: ClassName("in a meadow", indonesian: "di padang rumput")
    case .room: ClassName("in a room", indonesian: "di dalam ruangan")
    case .forest: ClassName("in a forest", indonesian: "di hutan")
    case .dunes: ClassName("among dunes", indonesian: "di gurun pasir")
    case .snow: ClassName("in the snow", indonesian: "di salju")
    case .beach: ClassName("on a beach", indonesian: "di pantai")
    case .clutter: ClassName("among toys", indonesian: "di antara mainan")
    case .backdrop: ClassName("in a studio", indonesian: "di studio")
    case .paper: ClassName("on paper", indonesian: "di kertas")
    }
  }
}
