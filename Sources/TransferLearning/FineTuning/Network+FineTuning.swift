import Autograd
import ModelZoo
import NeuralNetworks

extension Network {
  /// The network in two: its frozen layer groups from the picture on, and the layers above them, which learn.
  ///
  /// What the frozen groups make of a picture never changes, so it can be computed once and kept:
  ///
  /// ```swift
  /// network.freeze(first: 3)
  /// let (base, top) = network.cut
  /// let features = base.features(of: training)
  /// ```
  /// `top` shares its weights with the network: what one learns, the other knows.
  /// Dropouts right below the first group that learns are above the cut: they are new each time.
  public var cut: (base: FrozenBase, top: Sequential) {
    let group = layerGroups.first(where: \.isTrainable) ?? layerGroups[layerGroups.count - 1]
    let (below, above) = layers.split(at: layers.firstDropout(before: group.name) ?? group.name)
    return (FrozenBase(below, normalization: normalization), above)
  }

  /// The head, if it is a linear layer, whose best weights on frozen features can be found in one go.
  public var linearHead: Linear? { layers.split(at: layerGroups[layerGroups.count - 1].name).above.linear }

  /// Gives the network the head that logistic regression finds on the features of all pictures below it, and nothing else.
  ///
  /// As the start of fine-tuning it spares the base the first steps of a head that knows nothing, which pull it in wrong
  /// directions (Kumar et al., 2022).
  /// - Throws: one line if the head is not a linear layer.
  public func fitHead(to pictures: some LabelledSet, penalty: Float = 1) throws {
    let head = try requiredLinearHead
    let below = layers.split(at: layerGroups[layerGroups.count - 1].name).below
    let features = whileFrozen { FrozenBase(below, normalization: normalization).features(of: pictures) }
    head.fit(to: features, penalty: penalty)
  }

  /// Gives the network the head that logistic regression finds on features that all layers below it have made.
  ///
  /// ```swift
  /// network.freeze(first: network.layerGroups.count - 1)
  /// let features = network.cut.base.features(of: training)
  /// try network.fitHead(toFeatures: features)
  /// ```
  /// - Throws: one line if the head is not a linear layer.
  public func fitHead<Role>(toFeatures features: FeatureSet<Role>, penalty: Float = 1) throws {
    try requiredLinearHead.fit(to: features, penalty: penalty)
  }

  private var requiredLinearHead: Linear {
    get throws {
      if let linearHead { return linearHead }
      let name = layerGroups[layerGroups.count - 1].name
      throw NetworkError("\(architecture.name): its head, \(name), is not a linear layer; fine-tune it instead")
    }
  }
}

extension Linear {
  /// Takes the weights that logistic regression finds on the features.
  fileprivate func fit<Role>(to features: FeatureSet<Role>, penalty: Float) {
    guard let found = LogisticRegression(penalty: penalty).fitted(to: features).head else { return }
    weight.set(found.weight)
    bias.set(found.bias)
  }
}

extension Sequential {
  /// The only layer, if it is a linear one.
  fileprivate var linear: Linear? {
    let steps = steps
    return steps.count == 1 ? steps[0].layer as? Linear : nil
  }
}
