import Autograd
import NeuralNetworks

/// Multinomial logistic regression with an L2 penalty: the linear head, learnt until its loss falls no further.
///
/// It minimises Σ −ln p(y_i | x_i) + ½ λ ‖W‖² with p = softmax(W x + b); the bias is not penalised. The loss is convex, so
/// there is one best W, whatever it starts from: that of scikit-learn's `LogisticRegression(C=1/λ)`. Of two classes, as
/// there, it is the difference w of their rows that is penalised, ½ λ ‖w‖²: twice as much as the rows w/2 and −w/2 apart.
public struct LogisticRegression: FeatureClassifier, Sendable {
  /// The strength λ of the penalty.
  public let penalty: Float
  /// W, `[classes, d]`, and b, `[classes]`; nil before the first fit.
  public private(set) var head: (weight: Tensor, bias: Tensor)?

  /// A classifier with a penalty of strength λ > 0 on its weights.
  public init(penalty: Float = 1) {
    precondition(penalty > 0, "without a positive penalty there may be no best weights")
    self.penalty = penalty
  }

  /// Finds the best W and b for features `[n, d]` and labels, which count from 0, by L-BFGS from zero.
  public mutating func fit(_ features: Tensor, _ labels: [Int]) {
    let classes = classCount(of: labels, for: features)
    let (rows, width) = (features.shape[0], features.shape[1])
    let strength = classes == 2 ? 2 * penalty : penalty
    // Features are centred, which moves the bias alone, so that weights and bias can be found at one pace.
    let mean = features.mean(along: [0], keepingAxes: true).detached()
    let centred = (features - mean).detached()
    let found = LBFGS().minimum(from: [Float](repeating: 0, count: classes * (width + 1))) { values in
      let weight = Tensor(Array(values[..<(classes * width)]), shape: [classes, width]).requiringGradient()
      let bias = Tensor(Array(values[(classes * width)...])).requiringGradient()
      let loss =
        crossEntropy(centred.linear(weight: weight, bias: bias), labels)
        + weight.square().sum() * (strength / 2 / Float(rows))
      let gradients = loss.gradients()
      return (loss.item, [weight, bias].flatMap { gradients[$0]?.values ?? [] })
    }
    let weight = Tensor(Array(found[..<(classes * width)]), shape: [classes, width])
    let bias = Tensor(Array(found[(classes * width)...]))
    head = (weight, bias - mean.linear(weight: weight).reshaped([classes]))
  }

  /// The logits W x + b of features `[m, d]`, `[m, classes]`.
  public func logits(_ features: Tensor) -> Tensor {
    guard let head else { preconditionFailure("a logistic regression must be fitted before it predicts") }
    return features.linear(weight: head.weight, bias: head.bias)
  }

  /// The class of the largest logit for each row of features `[m, d]`.
  public func predict(_ features: Tensor) -> [Int] {
    logits(features).indicesOfLargest()
  }
}
