import Autograd
import Foundation
import NeuralNetworks
import Testing
import TransferLearning

@Suite struct DistilledTrainingTests {
  /// Twelve rows of five values, labelled by whoever was asked last, and a teacher whose answers have nothing to do with that.
  private let pictures: FeatureSet<Learning>
  private let answers: FeatureSet<Learning>

  init() {
    let rows = Tensor((0..<60).map { Float(sin(0.7 * Double($0) + 0.2)) }, shape: [12, 5])
    let labels = (0..<12).map { $0 % 3 }
    var random = RandomSource(seed: 5)
    pictures = FeatureSet(features: rows, labels: labels)
    answers = FeatureSet(features: Linear(5, 3, random: &random)(rows) * 3, labels: labels)
  }

  private func student() -> Linear {
    var random = RandomSource(seed: 6)
    return Linear(5, 3, random: &random)
  }

  @Test("from answers alone a student comes to say what its teacher says, whatever the labels are")
  func answersAlone() throws {
    var training = DistilledTraining(epochs: 150, learningRate: 0.05, batchSize: 4)
    (training.labelWeight, training.teacherWeight) = (0, 1)
    let student = student()
    func distance() -> Float {
      distillationLoss(student: student(pictures.features), teacher: answers.features, temperature: 4).item
    }
    let before = distance()
    try training.train(student, on: pictures, answers: answers, seed: 1)
    #expect(distance() < 0.02 * before)
    #expect(student(pictures.features).indicesOfLargest() == answers.features.indicesOfLargest())
  }

  @Test("with no weight on the answers it is the training by labels, bit for bit")
  func labelsAlone() throws {
    var training = DistilledTraining(epochs: 3, learningRate: 0.05, batchSize: 4)
    (training.labelWeight, training.teacherWeight) = (1, 0)
    let (taught, plain) = (student(), student())
    try training.train(taught, on: pictures, answers: answers, seed: 1)
    try TrainingLoop(epochs: 3, schedule: .cosine).run(
      plain, optimizer: Adam.withDecoupledDecay(plain.parameters, learningRate: 0.05)
    ) { pictures.shuffledBatches(of: 4, seed: 1, epoch: $0) }
    #expect(taught.weight.value.values == plain.weight.value.values)
  }

  @Test("the first loss is the weighted sum of both, with the temperature in it")
  func loss() throws {
    var training = DistilledTraining(epochs: 1, batchSize: 12)
    (training.labelWeight, training.teacherWeight, training.temperature) = (0.3, 0.7, 2)
    let student = student()
    let logits = student(pictures.features)
    let wanted =
      0.3 * crossEntropy(logits, pictures.labels).item
      + 0.7 * distillationLoss(student: logits, teacher: answers.features, temperature: 2).item
    let epochs = try training.train(student, on: pictures, answers: answers, seed: 1)
    #expect(abs(epochs[0].training.loss - wanted) < 1e-4)
  }
}
