import Foundation
import ModelZoo
import NeuralNetworks
import Visualization

extension IdealImage {
  /// The way of drawing that did best in comparisons for networks such as this one.
  ///
  /// The logit is asked for, of a picture made of waves and rolled and mirrored in each step, along a cosine of rates, with
  /// variation loss of squares. Where the network has batch norms, their prior (weight 10) holds the picture to what it was
  /// trained on, and the variation loss can be light (30); elsewhere it has to do that alone (300).
  public static func best(for network: Network) -> IdealImage {
    let isSmall = network.inputSize <= 96
    var ideal = IdealImage(network, steps: isSmall ? 256 : 128, learningRate: isSmall ? 0.1 : 0.05, form: .squared)
    ideal.variationWeight = network.hasBatchNorm ? 30 : 300
    ideal.priorWeight = network.hasBatchNorm ? 10 : 0
    (ideal.objective, ideal.parameters, ideal.schedule) = (.logit, .fourier(.natural), .cosine)
    ideal.view = RollingView(jitter: max(1, network.inputSize / 32))
    return ideal
  }
}

extension IdealImage {
  /// The loss as a formula, such as "−z + 30 V₂ + 10 S".
  public var formula: String {
    let asked =
      switch objective {
      case .logProbability: "−ln p"
      case .probability: "−p"
      case .logit: "−z"
      case .channel(let layer, let index): "−channel \(index) of \(layer)"
      case .neuron(let layer, let index, let y, let x): "−channel \(index) of \(layer) at (\(x), \(y))"
      case .layer(let layer): "−mean square of \(layer)"
      }
    let variation = variationWeight > 0 ? " + \(weight(variationWeight))\(form == .squared ? "V₂" : "V")" : ""
    return asked + variation + (priorWeight > 0 ? " + \(weight(priorWeight))S" : "")
  }

  private func weight(_ value: Float) -> String {
    value == 1 ? "" : String(format: "%g ", value)
  }
}
