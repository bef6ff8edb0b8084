import Autograd
import NeuralNetworks

/// What is done to pictures before a network sees them, in the hope that an attack does not survive it.
public protocol Defence: Sendable {
  /// The pictures `[N, H, W, C]` in [0, 1] that the network sees in place of these, of the same shape.
  func callAsFunction(_ pictures: Tensor) -> Tensor
}

/// A network that sees its pictures through a defence.
///
/// A defence is flat nearly everywhere, or jumps, so that its own gradient leads nowhere: an attack that follows it fails,
/// and the network looks safer than it is. Here the defence is used as it is on the way forward, and taken for the
/// identity on the way back, since what it gives is close to what it got (Athalye et al., 2018, section 4.1, backward pass
/// differentiable approximation with the identity, also called the straight-through gradient):
///
/// f(x) = x + detached(f(x) − x),  ∂f/∂x = 1.
///
/// So an attack on a defended network is the adaptive attack, and one on the bare network knows nothing of the defence:
///
/// ```swift
/// let defended = DefendedNetwork(network, behind: MedianFilter())
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

  /// The logits of what the defence makes of the pictures.
  public func callAsFunction(_ pictures: Tensor, _ mode: Mode) -> Tensor {
    let seen = defence(pictures.detached()).recorded(from: [pictures]) { upstream in [upstream] }
    return network(seen, mode)
  }

  /// The parameters and statistics of the network: a defence learns nothing.
  public var state: [(name: String, parameter: Parameter)] { network.state }
}
