import Autograd
import NeuralNetworks

/// What is not a finite number is an error with a name, not a value.
extension Network {
  /// The logits `[N, classes]` of pictures `[N, H, W, C]` in [0, 1], every one of them a finite number.
  ///
  /// `name` says what a reader calls the picture at a place.
  /// - Throws: one line that names the network, the first picture with another logit and its class.
  public func finiteLogits(
    of pictures: Tensor, named name: (_ index: Int) -> String
  ) throws(NetworkError) -> Tensor {
    try finite(self(pictures), named: name)
  }

  /// Logits `[N, classes]` of this network as they are, if every one is a finite number.
  /// - Throws: one line that names the network, the first picture with another logit and its class.
  public func finite(_ logits: Tensor, named name: (_ index: Int) -> String) throws(NetworkError) -> Tensor {
    guard !logits.isFinite, let place = logits.firstNotFinite else { return logits }
    let (row, column) = (place / classes.count, place % classes.count)
    throw NetworkError(
      "\(name(row)): the logit of \(architecture.name) for \(classes[column]) is \(logits.values[place]), not a finite "
        + "number; \(NetworkError.damage)")
  }

  /// What layers, or their gradients, have made, as it is, if every value is a finite number.
  /// - Throws: one line that names the network and what was made, or of what.
  public func finite(_ features: Tensor, of name: String) throws(NetworkError) -> Tensor {
    guard !features.isFinite else { return features }
    throw NetworkError(
      "\(name): \(architecture.name) makes values here that are not finite numbers; \(NetworkError.damage)")
  }
}

extension NetworkError {
  /// What may have happened to a network whose numbers leave all bounds, and what to do.
  fileprivate static let damage =
    "its weights are damaged or meant for another scale: save it again, or give --mean and --std"
}
