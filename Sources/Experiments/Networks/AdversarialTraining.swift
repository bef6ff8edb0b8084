import Visualization

/// Training on pictures that are attacked as they come, so that the network learns to withstand it (Madry et al., 2018).
///
/// The attack sees the network as at inference, with its running statistics: that is the network that will be attacked
/// in the end, and only the training step itself moves the statistics.
package struct AdversarialTraining: Sendable {
  /// The radius of the attack once it has grown, L2 on the scale of pictures in [0, 1].
  package let radius: Float
  /// Gradient steps of the attack on each batch.
  package let steps: Int
  /// The share of the training during which the radius grows from 0.
  package let growth: Float

  /// The attack at a point of training, from 0 (start) to 1 (end).
  package func attack(at progress: Float) -> ProjectedGradient {
    ProjectedGradient(radius: radius * min(1, progress / growth), steps: steps)
  }
}
