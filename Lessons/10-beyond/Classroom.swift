import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What a student learns from.
enum StudentWay: String, CaseIterable, StudyKey {
  /// The labels of those pictures that have one.
  case alone
  /// The teacher's answers to all pictures.
  case taught
  /// The same with the teacher's answers flattened: what it gives to wrong classes is shared out equally.
  case flattened
  /// The same with answers that the teacher gave to other pictures.
  case falseTeacher = "false-teacher"
}

/// A teacher, and pictures with its answers for a student to learn from.
///
/// The teacher sees a scene in 64×64 pixels, the student the same scene in 32×32.
final class Classroom {
  /// How many pictures there are to learn from, how many of them have labels, and how many a student is scored on.
  static let count = 288, labelled = 96, testCount = 320
  /// The side of a picture as the student sees it.
  static let size = 32
  /// Temperature and rate were chosen on the seed 101, sizes by what a minute has room for.
  static let training = DistilledTraining(epochs: 6, learningRate: 0.01, batchSize: 16)
  /// Six of the classes that the teacher knows, some of them much alike.
  static let task = ClassificationTask(
    id: "six-kinds", classes: [Category.cat, .dog, .fox, .goat, .horse, .zebra].map { .init($0) })
  /// The label of the class that one student never sees: the zebra.
  static let hidden = 5

  let teacher: Network
  /// Pictures that no student learns from.
  private(set) lazy var test = Menagerie(Self.task).testSet(count: Self.testCount, size: Self.size)
  /// The teacher's logits of the same scenes.
  private(set) lazy var answersToTest = answers(
    to: Menagerie(Self.task).testSet(count: Self.testCount, size: teacher.inputSize))
  private var known: [UInt64: Material] = [:]

  init(teacher: Network) {
    self.teacher = teacher
    teacher.freeze()
  }

  /// The teacher's logits of pictures, of the six classes alone, `[count, 6]`.
  private func answers(to pictures: some LabelledSet) -> Tensor {
    let logits = teacher.logits(of: pictures)
    let places = Self.task.classNames.compactMap { teacher.index(of: $0.english) }
    return .concatenated(places.map { logits.slice($0..<$0 + 1, along: 1) }, along: 1)
  }

  /// Pictures to learn from, and the teacher's logits of them.
  struct Material {
    let pictures: TrainingSet
    let answers: FeatureSet<Learning>
    let seed: UInt64
  }

  /// The pictures of a seed with the teacher's answers, which are computed once.
  func material(seed: UInt64) -> Material {
    if let found = known[seed] { return found }
    let world = Menagerie(Self.task, seed: seed)
    let pictures = world.trainingSet(count: Self.count, size: Self.size)
    let logits = answers(to: world.trainingSet(count: Self.count, size: teacher.inputSize))
    let made = Material(
      pictures: pictures, answers: FeatureSet(features: logits, labels: pictures.labels), seed: seed)
    known[seed] = made
    return made
  }

  /// A student with random weights, a twentieth of its teacher's size.
  func student(seed: UInt64) -> Network {
    var random = RandomSource(seed: seed)
    return Network(.nanoVGG, classes: Self.task.classNames.map(\.english), inputSize: Self.size, random: &random)
  }

  /// A student that has learnt in one way, in as many steps as in every other.
  func student(_ way: StudentWay, from material: Material) throws -> Network {
    var training = Self.training
    var (pictures, answers) = (material.pictures, material.answers)
    (training.labelWeight, training.teacherWeight) = (0, 1)
    switch way {
    case .alone:
      (training.labelWeight, training.teacherWeight) = (1, 0)
      training.epochs *= Self.count / Self.labelled
      (pictures, answers) = (pictures.subset(0..<Self.labelled), answers.subset(0..<Self.labelled))
    case .taught: break
    case .flattened: answers = answers.flattened(at: training.temperature)
    case .falseTeacher: answers = answers.exchanged(seed: material.seed)
    }
    let student = student(seed: material.seed)
    try training.train(student, on: pictures, answers: answers, seed: material.seed)
    return student
  }

  /// A student that has seen pictures of all classes but one, and the teacher's answers to them, for three times as long.
  func studentWithoutHidden(from material: Material) throws -> Network {
    var training = Self.training
    (training.labelWeight, training.teacherWeight) = (0, 1)
    training.epochs *= 3
    let seen = material.pictures.labels.indices.filter { material.pictures.labels[$0] != Self.hidden }
    let student = student(seed: material.seed)
    try training.train(
      student, on: material.pictures.subset(seen), answers: material.answers.subset(seen), seed: material.seed)
    return student
  }
}

extension FeatureSet<Learning> {
  /// Logits that give the likeliest class what these give it at a temperature, and each other class an equal part of the rest.
  func flattened(at temperature: Float) -> FeatureSet {
    let classes = width
    let soft = (features / temperature).softmax().values
    let rows = stride(from: 0, to: soft.count, by: classes).flatMap { start -> [Float] in
      let row = soft[start..<start + classes]
      let largest = row.max() ?? 1
      let rest = (1 - largest) / Float(classes - 1)
      return row.map { temperature * ($0 == largest ? largest : rest) }
    }
    let logarithms = (Tensor(rows, shape: features.shape) / temperature).log() * temperature
    return FeatureSet(features: logarithms, labels: labels)
  }

  /// The same answers, each to another picture.
  func exchanged(seed: UInt64) -> FeatureSet {
    var random = RandomSource(seed: seed, stream: 3)
    return FeatureSet(features: inputs(at: random.permutation(count)), labels: labels)
  }
}
