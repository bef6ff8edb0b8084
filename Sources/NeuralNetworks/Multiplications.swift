import Autograd

/// Products of weights and values, which is how the cost of networks is usually stated.
///
/// Batch norms, activations and pools are not counted: their cost is small, and a batch norm is folded into its
/// convolution.
extension Layer {
  /// Layers without products of weights and values.
  public func counted(_ input: Tensor) -> (output: Tensor, multiplications: Int) {
    (self(input), 0)
  }
}

extension Convolution2D {
  /// H′ · W′ products for every weight and picture.
  public func counted(_ input: Tensor) -> (output: Tensor, multiplications: Int) {
    let output = self(input)
    return (output, output.count / weight.value.shape[0] * weight.value.count)
  }
}

extension Linear {
  /// One product for every weight and row.
  public func counted(_ input: Tensor) -> (output: Tensor, multiplications: Int) {
    let output = self(input)
    return (output, output.count / weight.value.shape[0] * weight.value.count)
  }
}

extension Sequential {
  /// The sum over the layers.
  public func counted(_ input: Tensor) -> (output: Tensor, multiplications: Int) {
    layers.reduce((input, 0)) { before, next in
      let (output, multiplications) = next.layer.counted(before.0)
      return (output, before.1 + multiplications)
    }
  }
}
