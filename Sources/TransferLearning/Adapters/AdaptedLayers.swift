import Autograd
import NeuralNetworks

/// A frozen layer with a weight of `[out, …]`, and what is learnt beside it.
protocol AdaptedLayer: Layer {
  /// W, frozen.
  var weight: Parameter { get }
  var update: LowRankUpdate { get }
}

extension AdaptedLayer {
  /// W + ΔW, in the shape of W.
  var sum: Tensor { weight.value + update.change.reshaped(weight.value.shape) }

  /// Puts the update into W for good: the layer gives what it gave, and its update starts anew from nothing.
  func merge() {
    weight.set(sum)
    update.up.set(Tensor(shape: update.up.value.shape, filledWith: 0))
  }
}

/// A frozen linear layer and its update: y = x·(W + ΔW)ᵀ + b.
struct AdaptedLinear: AdaptedLayer {
  let base: Linear
  let update: LowRankUpdate
  var weight: Parameter { base.weight }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { base(input, mode) + update(input, mode) }

  var children: [(name: String, layer: any Layer)] { [("base", base), ("update", update)] }
}

/// A frozen convolution and its update; the matrix W has one row for each filter, `[out, in · kernel²]`.
struct AdaptedConvolution: AdaptedLayer {
  let base: Convolution2D
  let update: LowRankUpdate
  var weight: Parameter { base.weight }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.convolved(
      weight: sum, bias: base.bias?.value, stride: base.stride, padding: base.padding, groups: base.groups)
  }

  var children: [(name: String, layer: any Layer)] { [("base", base), ("update", update)] }
}
