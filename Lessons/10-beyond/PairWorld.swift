import Autograd
import Datasets
import NeuralNetworks
import Notebook
import TransferLearning

/// A language that captions are in.
enum Tongue: String, CaseIterable, StudyKey {
  case english, indonesian

  /// A text in the language.
  func callAsFunction(_ text: ClassName) -> String { self == .english ? text.english : text.indonesian }
}

/// Animals that no picture and no caption of the training shows or names: of each, only a description is known.
enum UnseenAnimal: String, CaseIterable, StudyKey {
  case zebra, tiger, leopard, clownfish

  /// The description.
  var appearance: Appearance {
    switch self {
    case .zebra: Appearance(.horse, .white, Marks(.stripes, .black))
    case .tiger: Appearance(.cat, .orange, Marks(.stripes, .black))
    case .leopard: Appearance(.cat, .orange, Marks(.spots, .black))
    case .clownfish: Appearance(.fish, .orange, Marks(.stripes, .white))
    }
  }

  /// Its name.
  var calledName: ClassName {
    switch self {
    case .zebra: Category.zebra.name
    case .tiger: ClassName("tiger", indonesian: "harimau")
    case .leopard: ClassName("leopard", indonesian: "macan tutul")
    case .clownfish: ClassName("clownfish", indonesian: "ikan badut")
    }
  }

  /// Test pictures of it; those of the zebra are the Menagerie's own zebras, no horses in a coat.
  func pictures(count: Int, seed: UInt64) -> TestSet {
    guard self == .zebra else {
      return CaptionedSet<Scoring>(of: [appearance], count: count, size: PairWorld.size, seed: seed).pictures
    }
    let zebras = ClassificationTask(id: "zebras", classes: [.init(.zebra)])
    return Menagerie(zebras, seed: seed).testSet(count: count, size: PairWorld.size)
  }
}

/// Animals in coats, their captions in two languages, and for each seed a dual encoder that has learnt them.
final class PairWorld {
  static let size = 32, count = 1_700, testCount = 400, unseenCount = 50
  static let animals: [Datasets.Category] = [.cat, .horse, .fish, .owl, .elephant]
  /// All appearances, and those that there are to learn from.
  static let appearances = Appearance.all(of: animals)
  static let seen = appearances.filter { appearance in
    !UnseenAnimal.allCases.contains { $0.appearance == appearance }
  }
  /// Chosen on the seeds 101 to 103.
  static let training = ContrastiveTraining(epochs: 6, learningRate: 0.006, batchSize: 64)

  /// An encoder with the words that it knows, and how its training went.
  struct Learnt {
    let encoder: DualEncoder
    let words: Vocabulary
    let epochs: [TrainingLoop.Epoch]

    /// The vectors of some texts, in rows of length one.
    func vectors(_ texts: [String]) -> Tensor { encoder.vectors(texts: words.numbers(of: texts)) }
  }

  private var known: [UInt64: Learnt] = [:]
  private var tests: [UInt64: CaptionedSet<Scoring>] = [:]

  /// Pictures of all appearances but four, to learn from.
  func pictures(seed: UInt64) -> CaptionedSet<Learning> {
    CaptionedSet(of: Self.seen, count: Self.count, size: Self.size, seed: seed)
  }

  /// Other pictures, of all appearances.
  func test(seed: UInt64) -> CaptionedSet<Scoring> {
    if let test = tests[seed] { return test }
    let test = CaptionedSet<Scoring>(of: Self.appearances, count: Self.testCount, size: Self.size, seed: seed)
    tests[seed] = test
    return test
  }

  /// The encoder of a seed, trained once.
  func learnt(seed: UInt64) throws -> Learnt {
    if let learnt = known[seed] { return learnt }
    let set = pictures(seed: seed)
    let captions = (0..<set.count).map { place in
      [false, true].flatMap { withPlace in Tongue.allCases.map { $0(set.caption(place, withPlace: withPlace)) } }
    }
    let words = Vocabulary(of: captions.joined())
    let encoder = Self.encoder(words: words.count, seed: seed)
    let epochs = try Self.training.run(
      encoder, pictures: set.pictures.augmented(by: Mirror()),
      captions: { places, random in words.numbers(of: places.map { random.pick(captions[$0]) }) }, seed: seed)
    let learnt = Learnt(encoder: encoder, words: words, epochs: epochs)
    known[seed] = learnt
    return learnt
  }

  /// Two towers with random weights that end in vectors of 32 numbers.
  static func encoder(words: Int, seed: UInt64) -> DualEncoder {
    var random = RandomSource(seed: seed)
    func convolution(_ inputs: Int, _ outputs: Int, kernel: Int = 3, stride: Int = 1) -> [any Layer] {
      [
        Convolution2D(
          inputs, outputs, kernel: kernel, stride: stride, padding: 1, bias: false, random: &random),
        BatchNorm2D(outputs), ReLU(),
      ]
    }
    let first = convolution(3, 32, kernel: 4, stride: 2) + [MaxPool2D(kernel: 2)]
    let middle = convolution(32, 48) + convolution(48, 48) + [MaxPool2D(kernel: 2)]
    let last = convolution(48, 64) + [GlobalAveragePool(), Linear(64, 32, random: &random)]
    return DualEncoder(
      pictures: Sequential(numbered: first + middle + last),
      texts: WordTower(vocabulary: words, outputs: 32, random: &random))
  }
}
