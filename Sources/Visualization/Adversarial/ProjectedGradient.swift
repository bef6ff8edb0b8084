import Autograd
import NeuralNetworks

/// An attack by projected gradients: of all pictures close to a given one, a picture that the network gets wrong, or that
/// it takes for what the attacker wants (Madry et al., 2018, section 2.1).
///
/// With x₀ the picture, y its label and ℓ the cross entropy, each step is
///
/// x ← clamp(Π(x + α · d(∇ℓ(x, y))), 0 … 1),
///
/// where d is the steepest direction of length 1 under the norm and Π takes the nearest picture with ‖x − x₀‖ ≤ ε. With a
/// target t in place of y the step goes down: x − α · d(∇ℓ(x, t)). The network is used as at inference, with the running
/// statistics of its batch norms, and none of its values changes.
///
/// ```swift
/// let attack = ProjectedGradient(radius: 8 / 255, steps: 10, norm: .maximum, isTargeted: true, staysOnLattice: true)
/// let cats = attack.attack(network, dogs, labels: dogs.map { _ in cat })
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
  /// Whether labels are what the pictures shall be taken for; otherwise they are what they shall not be taken for.
  public var isTargeted: Bool
  /// μ: what stays of the direction of the steps before, v ← μ · v + ∇ℓ / ‖∇ℓ‖₁ (Dong et al., 2018); none where it is 0.
  public var momentum: Float
  /// Whether the result has only values that a file of 8 bits holds, k / 255, so that nothing of the attack is lost in it.
  ///
  /// The pictures that are attacked must have such values, too.
  public var staysOnLattice: Bool
  /// Whether the result is the best picture on the way rather than the last, so that more steps never make it worse: one
  /// that reaches the goal before one that does not, then by its loss.
  public var keepsBest: Bool

  /// An attack within a ball; the steps are 2.5 · ε / steps long unless given, so that they can cross it.
  public init(
    radius: Float, steps: Int, stepSize: Float? = nil, norm: Norm = .euclidean, isTargeted: Bool = false,
    momentum: Float = 0, staysOnLattice: Bool = false, keepsBest: Bool = false
  ) {
    precondition(radius >= 0 && steps > 0, "an attack has a radius of 0 or more and a step, not \(radius) and \(steps)")
    self.radius = radius
    self.steps = steps
    self.stepSize = stepSize ?? 2.5 * radius / Float(steps)
    self.norm = norm
    self.isTargeted = isTargeted
    self.momentum = momentum
    self.staysOnLattice = staysOnLattice
    self.keepsBest = keepsBest
  }

  /// How many pictures are changed at the same time.
  private static let batchSize = 16

  /// The fast gradient sign method: one step of length ε (Goodfellow et al., 2015).
  public static func fastGradientSign(
    radius: Float, isTargeted: Bool = false, staysOnLattice: Bool = false
  ) -> ProjectedGradient {
    ProjectedGradient(
      radius: radius, steps: 1, stepSize: radius, norm: .maximum, isTargeted: isTargeted,
      staysOnLattice: staysOnLattice)
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

  /// The pictures with a change of the whole radius that is drawn by chance and knows nothing of any network: what an
  /// attack must be compared with.
  ///
  /// Under L∞ every value goes ε up or down; under L2 the change has a direction drawn by chance and length ε.
  public func randomChange(of pictures: Tensor, random: inout RandomSource) -> Tensor {
    let centre = pictures.detached()
    let change = norm.direction(.normal(shape: centre.shape, random: &random)) * radius
    return settled(project(centre + change, around: centre), around: centre)
  }

  /// What the attack wants of pictures with these labels.
  public func goals(for labels: [Int]) -> [AttackGoal] {
    labels.map { isTargeted ? .target($0) : .anythingBut($0) }
  }

  /// The same for so many pictures as keep memory small at a time.
  private func climb(
    _ network: some Layer, from start: Tensor, around centre: Tensor, _ labels: [Int]
  ) -> Tensor {
    guard radius > 0 else { return centre }
    let batches = stride(from: 0, to: labels.count, by: Self.batchSize).map { first in
      let some = first..<min(first + Self.batchSize, labels.count)
      return climbTogether(
        network, from: start.slice(some, along: 0), around: centre.slice(some, along: 0), Array(labels[some]))
    }
    return batches.count == 1 ? batches[0] : .concatenated(batches, along: 0)
  }

  private func climbTogether(
    _ network: some Layer, from start: Tensor, around centre: Tensor, _ labels: [Int]
  ) -> Tensor {
    let sign: Float = isTargeted ? -1 : 1
    var velocity: Tensor?
    var best = BestPictures(goals: goals(for: labels))
    return network.whileFrozen {
      let found = (0..<steps).reduce(start) { current, _ in
        // The gradient is that of the picture as it can be kept, which goes on from where the steps have led.
        let pixels = settled(current, around: centre).requiringGradient()
        let logits = network(pixels)
        if keepsBest { best.note(pixels, logits) }
        guard var slope = crossEntropy(logits, labels).gradients()[pixels] else { return current }
        if momentum > 0 {
          let scaled = slope / slope.absoluteSums
          slope = velocity.map { $0 * momentum + scaled } ?? scaled
          velocity = slope
        }
        return project(current + norm.direction(slope) * (sign * stepSize), around: centre)
      }
      let last = settled(found, around: centre)
      guard keepsBest else { return last }
      best.note(last, network(last))
      return best.pictures ?? last
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

  /// The pictures on the lattice of 8 bits, if they have to stay there, and still within the ball.
  private func settled(_ pictures: Tensor, around centre: Tensor) -> Tensor {
    staysOnLattice ? pictures.settled(around: centre, radius: radius, norm: norm) : pictures
  }
}

extension ProjectedGradient.Norm {
  /// The change of length 1 that climbs most steeply along the gradients `[N, …]`: each of them at length 1, or its signs.
  public func direction(_ slope: Tensor) -> Tensor {
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
  var lengths: Tensor {
    square().sum(along: Array(1..<shape.count), keepingAxes: true).squareRoot()
  }

  /// The L1 length of each entry of the first axis, `[N, 1, …]`, and at least a tiny number.
  fileprivate var absoluteSums: Tensor {
    abs().sum(along: Array(1..<shape.count), keepingAxes: true).clamped(to: 1e-12 ... .infinity)
  }
}
