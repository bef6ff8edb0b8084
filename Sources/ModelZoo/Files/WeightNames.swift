import Autograd

/// The names that another project gives to the weights of an architecture.
package struct WeightNames: Sendable {
  /// A name that the project's files of this architecture have, and those with our names don't.
  let mark: String
  /// The beginning of a weight's name there for that of the layer here, looked at in this order.
  let layers: [(theirs: String, ours: String)]
  /// The shape here of a weight that has a name and a shape there.
  let shape: @Sendable (_ theirName: String, _ theirShape: [Int]) -> [Int]

  /// Names by their beginnings; most weights have one shape everywhere.
  init(
    mark: String, layers: [(theirs: String, ours: String)],
    shape: @escaping @Sendable (_ theirName: String, _ theirShape: [Int]) -> [Int] = { $1 }
  ) {
    self.mark = mark
    self.layers = layers
    self.shape = shape
  }

  /// The names of layers within blocks, which come in stages of so many: there `blocks.STAGE.BLOCK.`, as timm has them.
  ///
  /// `layers` is told the stage, the block in it, and its number among all blocks.
  static func blocks(
    _ counts: [Int], _ layers: (_ stage: Int, _ block: Int, _ index: Int) -> [(theirs: String, ours: String)]
  ) -> [(theirs: String, ours: String)] {
    var index = -1
    return counts.enumerated().flatMap { stage, count in
      (0..<count).flatMap { block in
        index += 1
        return layers(stage, block, index).map { ("blocks.\(stage).\(block).\($0.theirs)", $0.ours) }
      }
    }
  }

  /// timm's names outside of the blocks of networks for small machines; torchvision counts them as features 0 and `last`.
  static func stemAndHead(last: Int) -> [(theirs: String, ours: String)] {
    [
      ("conv_stem.", "features.0.0."), ("bn1.", "features.0.1."), ("conv_head.", "features.\(last).0."),
      ("bn2.", "features.\(last).1."), ("classifier.", "classifier.1."),
    ]
  }

  /// A weight under our name and in our shape; one whose layer has the same name everywhere stays as it is.
  fileprivate func translated(_ name: String, _ tensor: Tensor) -> (String, Tensor) {
    let layer = layers.first { name.hasPrefix($0.theirs) }
    let ours = layer.map { $0.ours + name.dropFirst($0.theirs.count) } ?? name
    return (ours, tensor.reshaped(shape(name, tensor.shape)))
  }
}

extension Architecture {
  /// The same values under our names, if they have those of another project for this architecture; else as they are.
  ///
  /// A weight whose name here is taken already keeps its own, so that it is left over and not lost.
  func translated(_ tensors: [String: Tensor]) -> [String: Tensor] {
    guard let names = weightNames.first(where: { tensors[$0.mark] != nil }) else { return tensors }
    var translated: [String: Tensor] = [:]
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let (ours, value) = names.translated(name, tensor)
      translated[translated[ours] == nil ? ours : name] = value
    }
    return translated
  }
}
