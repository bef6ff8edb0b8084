import Autograd
import NeuralNetworks

/// What is done to pictures before a network sees them, in the hope that an attack does not survive it.
///
/// A defence carries its own gradient where it has one; an attack on the network behind it follows that. Where it has none,
/// or one that leads nowhere, `StraightThrough` stands in.
public protocol Defence: Sendable {
  /// The pictures `[N, H, W, C]` in [0, 1] that the network sees in place of these, of the same shape.
  func callAsFunction(_ pictures: Tensor) -> Tensor
}

/// A defence as it is on the way forward, and the identity on the way back.
///
/// Rounding and its like are flat nearly everywhere and jump in between, so an attack that follows their gradient stands
/// still, and the network looks safer than it is. Since what such a defence gives is close to what it got, x itself is a
/// fair approximation that has a gradient (Athalye et al., 2018, section 4.1: backward pass differentiable approximation
/// with the identity, or straight-through gradient):
///
/// f(x) = x + (f(x) − x), with what is in brackets taken for a constant, so that ∂f/∂x = 1.
public struct StraightThrough: Defence {
  private let defence: any Defence

  /// The same defence, with a gradient that passes it unchanged.
  public init(_ defence: any Defence) {
    self.defence = defence
  }

  /// What the defence makes of pictures `[N, H, W, C]` in [0, 1], of the same shape.
  public func callAsFunction(_ pictures: Tensor) -> Tensor {
    defence(pictures.detached()).recorded(from: [pictures]) { upstream in [upstream] }
  }
}

/// A network that sees its pictures through a defence.
///
/// An attack on it is the adaptive attack; one on the bare network knows nothing of the defence.
///
/// ```swift
/// let defended = DefendedNetwork(network, behind: StraightThrough(BitDepthReduction(bits: 3)))
/// let unaware = attack.attack(network, dogs, labels: cats)
/// let adaptive = attack.attack(defended, dogs, labels: cats)
/// ```
public struct DefendedNetwork: Layer {
  private let network: any Layer
  private let defence: any Defence

  /// A network behind a defence.
  public init(_ network: any Layer, behind defence: any Defence) {
    self.network = network
    self.defence = defence
  }

  /// The logits `[N, classes]` of what the defence makes of pictures `[N, H, W, C]` in [0, 1].
  public func callAsFunction(_ pictures: Tensor, _ mode: Mode) -> Tensor {
    network(defence(pictures), mode)
  }

  /// The parameters and statistics of the network: a defence learns nothing.
  public var state: [(name: String, parameter: Parameter)] { network.state }
}
