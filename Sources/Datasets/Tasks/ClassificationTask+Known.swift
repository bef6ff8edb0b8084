extension ClassificationTask {
  /// The sixteen classes of the source world.
  public static let menagerie = ClassificationTask(id: "menagerie", classes: Category.source.map { Class($0) })

  /// Three farm animals: inputs like the source world's, labels that are new.
  public static let farm = ClassificationTask(id: "farm", classes: [Class(.cow), Class(.sheep), Class(.pig)])

  /// Cats and dogs in breeds, coats and postures that the source world never shows.
  public static let catsVersusDogs = ClassificationTask(
    id: "cats-vs-dogs", classes: [Class(.pedigreeCat), Class(.pedigreeDog)])

  /// Six breeds of cats and six of dogs: a fine-grained task, like Oxford-IIIT Pets.
  public static let pets = ClassificationTask(
    id: "pets",
    classes: CatBreed.allCases.map { Class(.pedigreeCat, name: $0.name, breeds: $0.coats) }
      + DogBreed.allCases.map { Class(.pedigreeDog, name: $0.name, breeds: $0.coats) })

  /// Five flowers by name: another label space than the source world's one class of them.
  public static let flowers = ClassificationTask(
    id: "flowers", classes: [Class(.rose), Class(.tulip), Class(.daisy), Class(.sunflower), Class(.orchid)])

  /// Three drinks in unequal shares; some of the tea cannot be told from coffee.
  public static let drinks = ClassificationTask(
    id: "drinks", classes: [Class(.tea, share: 4), Class(.juice, share: 2), Class(.coffee, share: 3)])

  /// Leaves of a plant, healthy or with one of three diseases.
  public static let leaves = ClassificationTask(
    id: "leaves", classes: LeafCondition.allCases.map { Class(.leaf, name: $0.name, breeds: $0.foliage) })

  /// Digits written by several hands: something quite different from the source world.
  public static let digits = ClassificationTask(
    id: "digits", classes: (0...9).map { Class(.digit, name: ClassName("\($0)"), breeds: Digit.inks(of: $0)) })

  /// The source world and the seven target tasks.
  public static let all: [ClassificationTask] = [
    menagerie, farm, catsVersusDogs, pets, flowers, drinks, leaves, digits,
  ]

  /// The task that commands know by a name, or nil if there is none.
  public static func named(_ id: String) -> ClassificationTask? {
    all.first { $0.id == id }
  }
}
