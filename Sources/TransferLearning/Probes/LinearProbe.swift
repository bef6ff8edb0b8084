import Autograd
import NeuralNetworks

/// A linear classifier on features, which measures what can be read off them (Alain and Bengio, 2017).
///
/// Features are brought to mean 0 and variance 1 over the training set. Softmax regression on them is convex: a probe that
/// starts from zero needs no chance.
///
/// ```swift
/// let probe = LinearProbe(on: trainingFeatures, classes: 3)
/// probe.accuracy(on: testFeatures)   // the share of test pictures that it classifies rightly
/// ```
public struct LinearProbe {
  private let standardization: Standardization
  private let head: Linear

  /// Fits a probe from zero: `steps` steps of Adam on all pictures at once, at a rate that falls to zero along half a cosine.
  ///
  /// `decay` is the weight of ‖W‖² / 2 beside the mean cross entropy.
  public init<Role>(
    on training: FeatureSet<Role>, classes: Int, steps: Int = 150, learningRate: Float = 0.1, decay: Float = 1e-3
  ) {
    let head = Linear(
      weight: Tensor(shape: [classes, training.width], filledWith: 0), bias: Tensor(shape: [classes], filledWith: 0))
    self.init(
      on: training, from: head, by: Adam(head.parameters, learningRate: learningRate), steps: steps, schedule: .cosine,
      decay: decay)
  }

  /// Fits a probe from where `head` is, which learns in place: `steps` steps of its optimiser on all pictures at once.
  init<Role>(
    on training: FeatureSet<Role>, from head: Linear, by optimizer: Adam, steps: Int,
    schedule: LearningRateSchedule = .constant, decay: Float = 0
  ) {
    let features = training.features.flattened()
    (standardization, self.head) = (Standardization(of: features), head)
    let standardized = standardization(features)
    let rate = optimizer.learningRate
    for step in 0..<steps {
      optimizer.learningRate = rate * schedule.factor(step: step, of: steps)
      var loss = crossEntropy(head(standardized), training.labels)
      if decay > 0 { loss = loss + head.weight.value.square().sum() * (decay / 2) }
      optimizer.step(loss.gradients())
    }
  }

  /// The logits `[N, classes]` of features `[N, …]`.
  public func callAsFunction(_ features: Tensor) -> Tensor {
    head(standardization(features.flattened())).detached()
  }

  /// The share of a set's pictures that the probe classifies rightly, in [0, 1].
  public func accuracy<Role>(on set: FeatureSet<Role>) -> Float {
    NeuralNetworks.accuracy(self(set.features), set.labels)
  }
}
