import Autograd
import NeuralNetworks

/// An attack by projected gradient ascent: of all pictures close to a given one, a picture that the network gets wrong
/// (Madry et al., 2018, section 2.1).
///
/// With x₀ the picture, y its label and ℓ the cross entropy, each step is
///
/// x ← clamp(Π(x + α · d(∇ℓ(x, y))), 0 … 1),
///
/// where d is the steepest direction of length 1 under the norm and Π takes the nearest picture with ‖x − x₀‖ ≤ ε. The
/// network is used as at inference, with the running statistics of its batch norms, and none of its values changes.
///
/// ```swift
/// let attack = ProjectedGradient(radius: 1, steps: 20)
/// let wrong = attack.attack(network, pictures, labels: labels)
/// ```
public struct ProjectedGradient: Sendable, Hashable {
  /// How the size of a change is measured, over all values of one picture.
  public enum Norm: Sendable, Hashable, CaseIterable {
    /// L2, the root of the sum of the squares.
    case euclidean
    /// L∞, the largest change of a value.
    case maximum
  }

  /// ε, the largest change, on the scale of pictures in [0, 1].
  public var radius: Float
  /// How often the gradient is followed.
  public var steps: Int
  /// α, the length of a step.
  public var stepSize: Float
  /// How changes are measured.
  public var norm: Norm

  /// An attack within a ball; the steps are 2.5 · ε / steps long unless given, so that they can cross it.
  public init(radius: Float, steps: Int, stepSize: Float? = nil, norm: Norm = .euclidean) {
    precondition(radius >= 0 && steps > 0, "an attack has a radius of 0 or more and a step, not \(radius) and \(steps)")
    self.radius = radius
    self.steps = steps
    self.stepSize = stepSize ?? 2.5 * radius / Float(steps)
    self.norm = norm
  }

  /// The pictures `[N, H, W, C]` in [0, 1] that `pictures` become, each on its own, starting from themselves.
  public func attack(_ network: some Layer, _ pictures: Tensor, labels: [Int]) -> Tensor {
    climb(network, from: pictures.detached(), around: pictures.detached(), labels)
  }

  /// The pictures that `pictures` become when each starts from a place in its ball that is drawn by chance.
  public func attack(
    _ network: some Layer, _ pictures: Tensor, labels: [Int], random: inout RandomSource
  ) -> Tensor {
    let centre = pictures.detached()
    let change = norm.direction(.normal(shape: centre.shape, random: &random)) * radius
    let share = Tensor.uniform(shape: norm.unitShape(centre.shape), random: &random)
    return climb(network, from: project(centre + change * share, around: centre), around: centre, labels)
  }

  private func climb(
    _ network: some Layer, from start: Tensor, around centre: Tensor, _ labels: [Int]
  ) -> Tensor {
    guard radius > 0 else { return centre }
    return network.whileFrozen {
      (0..<steps).reduce(start) { current, _ in
        let pixels = current.requiringGradient()
        guard let slope = crossEntropy(network(pixels), labels).gradients()[pixels] else { return current }
        return project(current + norm.direction(slope) * stepSize, around: centre)
      }
    }
  }

  /// The nearest pictures within the ball around `centre`, held within [0, 1], which takes them no further from it.
  private func project(_ pictures: Tensor, around centre: Tensor) -> Tensor {
    let change = pictures - centre
    let allowed =
      switch norm {
      case .euclidean: change * (Tensor(radius) / change.lengths.clamped(to: radius ... .infinity))
      case .maximum: change.clamped(to: -radius...radius)
      }
    return (centre + allowed).clamped(to: 0...1)
  }
}

extension ProjectedGradient.Norm {
  /// The change of length 1 that climbs most steeply along `slope`: the slope itself at length 1, or its signs.
  fileprivate func direction(_ slope: Tensor) -> Tensor {
    switch self {
    case .euclidean: slope / slope.lengths.clamped(to: 1e-12 ... .infinity)
    case .maximum: slope.mapped { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
    }
  }

  /// The shape of the shares of the radius that a random start goes: one a picture, or one a value.
  fileprivate func unitShape(_ shape: [Int]) -> [Int] {
    self == .euclidean ? [shape[0]] + shape.dropFirst().map { _ in 1 } : shape
  }
}

extension Tensor {
  /// The L2 length of each entry of the first axis, `[N, 1, …]`.
  fileprivate var lengths: Tensor {
    square().sum(along: Array(1..<shape.count), keepingAxes: true).squareRoot()
  }
}
