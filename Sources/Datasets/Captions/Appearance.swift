import Autograd

/// What can be said of an animal without its name as a kind: which animal it is like, in which colour, with which marks.
///
/// ```swift
/// let striped = Appearance(.horse, .white, Marks(.stripes, .black))
/// striped.phrase.english          // "a white horse with black stripes"
/// striped.scene(seed: 7).caption  // the same, and what is behind it
/// ```
public struct Appearance: Codable, Sendable, Hashable {
  /// The animal whose shape it has.
  public var animal: Category
  /// The main colour of its coat.
  public var colour: CoatColor
  /// What the coat is marked with, if anything.
  public var marks: Marks?

  /// An animal in a coat; marks in the coat's own colour would not be seen.
  public init(_ animal: Category, _ colour: CoatColor, _ marks: Marks? = nil) {
    precondition(marks?.colour != colour, "marks in the coat's own colour cannot be seen")
    (self.animal, self.colour, self.marks) = (animal, colour, marks)
  }

  /// Some animals in every coat: four colours, plain or with black or white stripes or spots.
  public static func all(of animals: [Category]) -> [Appearance] {
    let marks = [nil] + Marks.Shape.allCases.flatMap { shape in [Marks(shape, .black), Marks(shape, .white)] }
    return animals.flatMap { animal in
      CoatColor.allCases.flatMap { colour in
        marks.filter { $0?.colour != colour }.map { Appearance(animal, colour, $0) }
      }
    }
  }

  /// The words for it in both languages: "a white horse with black stripes", "kuda putih dengan garis hitam".
  public var phrase: ClassName {
    let (colour, noun) = (colour.name, animal.name)
    return ClassName(
      "\(Appearance.article(before: colour.english)) \(colour.english) \(noun.english)\(markPhrase.english)",
      indonesian: "\(noun.indonesian) \(colour.indonesian)\(markPhrase.indonesian)")
  }

  /// The words for its marks, with a space before them: " with black stripes", " dengan garis hitam"; empty where there are none.
  public var markPhrase: ClassName {
    guard let marks, let words = marks.shape.pattern.kind.marks else { return ClassName("") }
    let colour = marks.colour.name
    return ClassName(
      " with \(colour.english) \(words.english)", indonesian: " dengan \(words.indonesian) \(colour.indonesian)")
  }

  /// A scene of it: all that its words do not say is drawn from the seed.
  public func scene(seed: UInt64) -> Scene {
    var scene = Scene(animal, seed: seed)
    var random = RandomSource(seed: seed, stream: 4)
    let jitter = random.uniform(0.92...1.06)
    func varied(_ colour: RGB) -> RGB { colour * jitter + random.tint(0.015) }
    scene.coat.primary = varied(colour.value)
    scene.coat.secondary = varied((marks?.colour ?? colour).value)
    scene.coat.accent = scene.coat.primary * random.uniform(0.7...1)
    scene.coat.pattern = marks?.shape.pattern ?? Pattern()
    scene.coat.pattern.scale *= random.uniform(0.85...1.2)
    scene.coat.pattern.amount *= random.uniform(0.9...1.1)
    return scene
  }

  /// The article that goes before a word.
  package static func article(before word: String) -> String { "aeiou".contains(word.prefix(1)) ? "an" : "a" }
}
