import Autograd
import NeuralNetworks

/// A linear classifier on features, which measures what can be read off them (Alain and Bengio, 2017).
///
/// Features are brought to mean 0 and variance 1 over the training set, and logistic regression finds the one best W and b on
/// them: a probe needs no chance.
///
/// ```swift
/// let probe = LinearProbe(on: trainingFeatures, classes: 3)
/// probe.accuracy(on: testFeatures)   // the share of test pictures that it classifies rightly
/// ```
public struct LinearProbe: Sendable {
  private let standardization: Standardization
  private let regression: LogisticRegression

  /// Fits a probe to features `[N, …]`: W and b minimise the mean cross entropy + `decay` ‖W‖² / 2, `decay` > 0.
  ///
  /// With two classes it is the difference of W's rows that is penalised, as `LogisticRegression` has it.
  public init<Role>(on training: FeatureSet<Role>, decay: Float = 1e-3) {
    let features = training.features.flattened()
    standardization = Standardization(of: features)
    var regression = LogisticRegression(penalty: decay * Float(training.count))
    regression.fit(standardization(features), training.labels)
    self.regression = regression
  }

  /// The logits `[N, classes]` of features `[N, …]`.
  public func callAsFunction(_ features: Tensor) -> Tensor {
    regression.logits(standardization(features.flattened()))
  }

  /// The share of a set's pictures that the probe classifies rightly, in [0, 1].
  public func accuracy<Role>(on set: FeatureSet<Role>) -> Float {
    NeuralNetworks.accuracy(self(set.features), set.labels)
  }
}
