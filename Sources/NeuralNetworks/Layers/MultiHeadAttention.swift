import Autograd

/// Self-attention: every token becomes a mixture of all tokens, by how well its query fits their keys (Vaswani et al., 2017,
/// section 3.2).
///
/// In each head softmax(Q·Kᵀ / √d) · V, with queries Q, keys K and values V of d = width / heads numbers a token, linear maps
/// of the tokens; the heads' results, side by side, go through a last linear map.
public struct MultiHeadAttention: Layer {
  /// Heads that attend apart from each other.
  public let heads: Int
  /// The maps to queries, keys and values, one below the other: `[3 · width, width]` and `[3 · width]`.
  let weight, bias: Parameter
  let output: Linear

  /// Attention between tokens of `width` values; the heads share the width evenly.
  public init(_ width: Int, heads: Int, random: inout RandomSource) {
    precondition(width % heads == 0, "\(heads) heads do not share a width of \(width) evenly")
    self.heads = heads
    weight = Parameter(.xavierUniform(shape: [3 * width, width], random: &random))
    bias = Parameter(Tensor(shape: [3 * width], filledWith: 0))
    output = Linear(width, width, random: &random)
  }

  /// Tokens `[N, T, width]` to as many.
  public func callAsFunction(_ tokens: Tensor, _ mode: Mode) -> Tensor {
    let (images, count, width) = (tokens.shape[0], tokens.shape[1], tokens.shape[2])
    let depth = width / heads
    // [N, T, 3 · width] as [3, N, head, T, d], and each third as a stack of N · head matrices.
    let projected = tokens.linear(weight: weight.value, bias: bias.value)
      .reshaped([images, count, 3, heads, depth]).permuted([2, 0, 3, 1, 4])
    let parts = (0..<3).map { projected.slice($0..<$0 + 1, along: 0).reshaped([images * heads, count, depth]) }
    let (queries, keys, values) = (parts[0], parts[1], parts[2])

    let scores = (queries / Float(depth).squareRoot()).batchedMatrixProduct(transposing: keys)
    let mixtures = scores.softmax().batchedMatrixProduct(values)
    let joined = mixtures.reshaped([images, heads, count, depth]).permuted([0, 2, 1, 3]).reshaped(tokens.shape)
    return output(joined, mode)
  }

  /// `out_proj`, the last linear map.
  public var children: [(name: String, layer: any Layer)] { [("out_proj", output)] }

  /// PyTorch's names: `in_proj_weight`, `in_proj_bias`, `out_proj.weight` and `out_proj.bias`.
  public var state: [(name: String, parameter: Parameter)] {
    [("in_proj_weight", weight), ("in_proj_bias", bias)] + childState
  }
}
