import Autograd
import NeuralNetworks

/// A linear classifier on the features of one layer, which measures what can be read off them (Alain and Bengio, 2017).
///
/// Features are brought to mean 0 and variance 1 over the training pictures. Softmax regression on them is convex: the
/// probe starts from zero and needs no chance.
///
/// ```swift
/// let probe = LinearProbe(on: trainingFeatures, classes: 3)
/// probe.accuracy(on: testFeatures)   // the share of test pictures that it classifies rightly
/// ```
public struct LinearProbe {
  private let mean, scale, weight, bias: Tensor

  /// Fits a probe: `steps` steps of Adam on all pictures at once, at a rate that falls to zero along half a cosine.
  ///
  /// `decay` is the weight of ‖W‖² / 2 beside the mean cross entropy.
  public init<Role>(
    on training: FeatureSet<Role>, classes: Int, steps: Int = 150, learningRate: Float = 0.1, decay: Float = 1e-3
  ) {
    let features = training.features.flattened()
    mean = features.mean(along: [0])
    let deviation = (features - mean).square().mean(along: [0]).squareRoot()
    scale = Tensor(deviation.values.map { $0 > 1e-6 ? 1 / $0 : 0 })
    let standard = (features - mean) * scale
    let weight = Parameter(Tensor(shape: [classes, training.width], filledWith: 0))
    let bias = Parameter(Tensor(shape: [classes], filledWith: 0))
    let adam = Adam([weight, bias], learningRate: learningRate)
    for step in 0..<steps {
      adam.learningRate = learningRate * LearningRateSchedule.cosine.factor(step: step, of: steps)
      let logits = standard.linear(weight: weight.value, bias: bias.value)
      adam.step((crossEntropy(logits, training.labels) + weight.value.square().sum() * (decay / 2)).gradients())
    }
    self.weight = weight.value.detached()
    self.bias = bias.value.detached()
  }

  /// The logits `[N, classes]` of features `[N, …]`.
  public func callAsFunction(_ features: Tensor) -> Tensor {
    ((features.flattened() - mean) * scale).linear(weight: weight, bias: bias)
  }

  /// The share of a set's pictures that the probe classifies rightly, in [0, 1].
  public func accuracy<Role>(on set: FeatureSet<Role>) -> Float {
    NeuralNetworks.accuracy(self(set.features), set.labels)
  }
}
