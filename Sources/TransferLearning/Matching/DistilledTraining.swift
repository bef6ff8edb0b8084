import Autograd
import NeuralNetworks

/// The training of a student on labels and on a teacher's softened answers to the same pictures (Hinton, Vinyals and Dean, 2015):
/// L = w_label · cross entropy + w_teacher · T² KL(softmax(teacher / T) ‖ softmax(student / T)).
///
/// ```swift
/// let answers = FeatureSet<Learning>(features: teacher.logits(of: training), labels: training.labels)
/// try DistilledTraining(epochs: 10).train(student, on: training, answers: answers, seed: 1)
/// ```
public struct DistilledTraining: Sendable {
  /// Times that every picture is seen.
  public var epochs: Int
  /// The largest step size, of Adam with decoupled decay; it falls to zero along half a cosine.
  public var learningRate: Float
  /// Pictures in a batch.
  public var batchSize: Int
  /// T, what the logits of both are divided by.
  public var temperature: Float = 4
  /// What the labels and what the teacher's answers count.
  public var labelWeight: Float = 0.1, teacherWeight: Float = 0.9

  /// A training of so many epochs, one part for the labels and nine for the teacher.
  public init(epochs: Int, learningRate: Float = 0.01, batchSize: Int = 10) {
    precondition(epochs >= 0 && learningRate > 0 && batchSize > 0, "no training is like \(epochs) epochs")
    self.epochs = epochs
    self.learningRate = learningRate
    self.batchSize = batchSize
  }

  /// Trains a student on pictures that are not varied, and the teacher's logits `[count, classes]` of them, which are computed
  /// beforehand.
  /// - Throws: what an observer throws, and `TrainingDivergence`.
  @discardableResult
  public func train(
    _ student: some Layer, on pictures: some LabelledSet<Learning>, answers: FeatureSet<Learning>, seed: UInt64,
    observers: [any TrainingObserver] = []
  ) throws -> [TrainingLoop.Epoch] {
    var current = Tensor(0)
    let loop = TrainingLoop(
      epochs: epochs, schedule: .cosine,
      loss: { logits, labels in
        crossEntropy(logits, labels) * labelWeight
          + distillationLoss(student: logits, teacher: current, temperature: temperature) * teacherWeight
      })
    return try loop.run(
      student, optimizer: Adam.withDecoupledDecay(student.parameters, learningRate: learningRate),
      observers: observers
    ) { epoch in
      PairedBatches(pictures, with: [answers], size: batchSize, seed: seed, epoch: epoch) { current = $1[0] }
    }
  }
}
