import Autograd
import ModelZoo
import NeuralNetworks

extension Network {
  /// Where a layer's maps speak for a class: ReLU(Σₖ wₖ Aₖ), with Aₖ the map of channel k and wₖ the mean over its places of
  /// ∂z_c/∂Aₖ, the slope of the class's logit (Selvaraju et al., 2017, equations 1 and 2).
  ///
  /// Pictures are `[N, H, W, C]` in [0, 1], each with the place of its class among the logits; the result is `[N, h, w, 1]`,
  /// as large as the layer's maps, and never negative. (Enlarged with ``Tensor/resized(height:width:antialiased:)`` it lies over
  /// the picture.) A transformer's tokens are maps of their patches; the class token has no place and is left out.
  ///
  /// The gradient is taken of what lies above the layer alone: below it the picture only goes forwards.
  public func gradCAM(of pictures: Tensor, for labels: [Int], layer: String) -> Tensor {
    precondition(labels.count == pictures.shape[0], "\(pictures.shape[0]) pictures have as many labels, not \(labels)")
    return .concatenated(
      pictures.chunks(ofPixels: 262_144).map { range in
        let (maps, slopes) = mapsAndSlopes(of: layer, for: pictures.slice(range, along: 0), Array(labels[range]))
        let weights = slopes.mean(along: [1, 2], keepingAxes: true)
        return (maps * weights).sum(along: [3], keepingAxes: true).relu()
      })
  }

  /// Whether any logit depends on a layer's maps; none does on what a transformer's last block makes of the patches, since
  /// classes are read from its class token.
  public func readsClasses(from layer: String) -> Bool {
    let grey = Tensor(shape: [1, inputSize, inputSize, 3], filledWith: 0.5)
    return mapsAndSlopes(of: layer, for: grey, nil).slopes.values.contains { $0 != 0 }
  }

  /// The last layer with places in the picture that the classes are read from: the last activation, or the last block with a
  /// way around it; of a transformer the last block but one.
  ///
  /// A programmer's mistake is a network without maps.
  public var lastMapLayer: String {
    let layers = activationLayers.map(\.name)
    guard let last = layers.last(where: { readsClasses(from: $0) }) ?? layers.last else {
      preconditionFailure("\(architecture.name) has no layer with maps")
    }
    return last
  }

  /// A layer's maps `[N, h, w, C]`, and the slopes of each picture's own logit, or of the sum of all, with respect to them.
  private func mapsAndSlopes(
    of layer: String, for pictures: Tensor, _ labels: [Int]?
  ) -> (maps: Tensor, slopes: Tensor) {
    let steps = layers.steps
    guard let end = steps.lastIndex(where: { $0.name == layer || $0.name.hasPrefix(layer + ".") }) else {
      preconditionFailure("no layer is called \(layer)")
    }
    return whileFrozen {
      let output = steps[...end].reduce(normalization(pictures)) { $1.layer($0, .inference) }.requiringGradient()
      let logits = steps[(end + 1)...].reduce(output) { $1.layer($0, .inference) }
      let slopes = (labels.map { logits.gather($0) } ?? logits).sum().gradients()[output]
      let maps = output.detached().tokensAsMaps
      precondition(maps.shape.count == 4, "\(layer) has no maps: its output is \(maps.shape)")
      return (maps, slopes?.tokensAsMaps ?? Tensor(shape: maps.shape, filledWith: 0))
    }
  }
}
