import Autograd
import NeuralNetworks

/// A change of a weight matrix W `[out, in]` that has few values: ΔW = α / r · B A with A `[r, in]` and B `[out, r]`
/// (LoRA; Hu et al., 2022).
///
/// B starts at zero, so that a network with the update is at first the one without; A starts at random, or neither would ever
/// have a gradient. It has r · (in + out) values, where W has in · out.
public struct LowRankUpdate: Layer {
  /// A, `[r, in]`, and B, `[out, r]`.
  public let down, up: Parameter
  /// α / r.
  public let scale: Float

  /// An update of rank r for a matrix of `[outputs, inputs]`; α is r, the factor 1, unless it is given.
  public init(inputs: Int, outputs: Int, rank: Int, alpha: Float? = nil, random: inout RandomSource) {
    precondition(inputs > 0 && outputs > 0 && rank > 0, "no update of rank \(rank) fits [\(outputs), \(inputs)]")
    down = Parameter(.heUniform(shape: [rank, inputs], gain: 1, random: &random))
    up = Parameter(Tensor(shape: [outputs, rank], filledWith: 0))
    scale = (alpha ?? Float(rank)) / Float(rank)
  }

  /// ΔW, `[out, in]`.
  public var change: Tensor { up.value.matrixProduct(down.value) * scale }

  /// x ΔWᵀ of rows x `[…, in]`, without the matrix ΔW: α / r · (x Aᵀ) Bᵀ.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.linear(weight: down.value).linear(weight: up.value) * scale
  }

  /// `down`, A, and `up`, B.
  public var state: [(name: String, parameter: Parameter)] { [("down", down), ("up", up)] }
}
