import Autograd
import ModelZoo
import NeuralNetworks

extension Network {
  /// The network in two: its frozen parts from the picture on, and the layers above them, which learn.
  ///
  /// What the frozen parts make of a picture never changes, so it can be computed once and kept:
  ///
  /// ```swift
  /// network.freeze(first: 3)
  /// let (base, top) = network.cut
  /// let features = base.features(of: training)
  /// ```
  /// `top` shares its weights with the network: what one learns, the other knows.
  public var cut: (base: FrozenBase, top: Sequential) {
    let part = parts.first(where: \.isTrainable) ?? parts[parts.count - 1]
    let (below, above) = layers.split(at: part.name)
    return (FrozenBase(below, normalization: normalization), above)
  }

  /// Gives the network the head that logistic regression finds on the features of all pictures below it, and nothing else.
  ///
  /// As the start of fine-tuning it spares the base the first steps of a head that knows nothing, which pull it in wrong
  /// directions (Kumar et al., 2022).
  /// - Throws: one line if the head is not a linear layer.
  public func fitHead(to pictures: some LabelledPictures, penalty: Float = 1) throws {
    let name = parts[parts.count - 1].name
    let (below, above) = layers.split(at: name)
    guard let head = above.linear else {
      throw NetworkError("\(architecture.name): its head, \(name), is not a linear layer; fine-tune it instead")
    }
    let features = whileFrozen { FrozenBase(below, normalization: normalization).features(of: pictures) }
    let regression = LogisticRegression(penalty: penalty).fitted(to: features)
    if let found = regression.head {
      head.weight.set(found.weight)
      head.bias.set(found.bias)
    }
  }
}

extension Sequential {
  /// The only layer, if it is a linear one.
  fileprivate var linear: Linear? {
    guard layers.count == 1 else { return nil }
    return layers[0].layer as? Linear ?? (layers[0].layer as? Sequential)?.linear
  }
}
