import Autograd

/// A training whose numbers have left all bounds: a loss, a score or a value of the network was no finite number any more.
///
/// The network has the values again that it had after its last good epoch, or that an observer such as early stopping chose
/// among the good ones; before the first, those that it began with.
public struct TrainingDivergence: Error, CustomStringConvertible {
  /// The epoch in which it happened, counted from 0.
  public let epoch: Int
  /// What was not finite any more.
  public enum Cause: Sendable, Hashable {
    /// The loss of a step.
    case loss
    /// The loss on validation examples.
    case validationLoss
    /// A weight or a statistic, by its name in PyTorch.
    case value(String)
  }

  /// What was not finite any more.
  public let cause: Cause
  /// How the epochs before went, all of which were good.
  public let epochs: [TrainingLoop.Epoch]

  /// One line that says where it happened and what to do.
  public var description: String {
    "the training diverged in epoch \(epoch + 1): \(cause) was no finite number any more; give a smaller learning rate"
  }
}

extension TrainingDivergence.Cause: CustomStringConvertible {
  /// What it is, for a message in English.
  public var description: String {
    switch self {
    case .loss: "the loss"
    case .validationLoss: "the validation loss"
    case .value(let name): name
    }
  }
}

extension Layer {
  /// The name in PyTorch of the first weight or statistic that holds what is no finite number, if there is one.
  public var firstNotFinite: String? {
    state.first { !$0.parameter.value.isFinite }?.name
  }
}
