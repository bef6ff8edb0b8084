import Autograd
import Foundation

/// t-SNE: points in a plane whose neighbours are about those that they have in many dimensions (van der Maaten and Hinton,
/// 2008).
///
/// In many dimensions p_ij is how likely i and j are to be neighbours by a Gaussian whose width gives each point about
/// `perplexity` of them; in the plane q_ij ∝ 1 / (1 + ‖y_i − y_j‖²). Gradient descent on KL(P ‖ Q) moves the points. All
/// pairs are computed, so it is for some hundreds of points. Distances between far groups in the plane mean little.
public struct TSNE: Sendable {
  /// About how many neighbours count for each point.
  public var perplexity: Double
  /// Steps of gradient descent.
  public var steps: Int

  /// An embedding; the perplexity is lowered where there are too few points for it.
  public init(perplexity: Double = 30, steps: Int = 500) {
    precondition(perplexity > 1 && steps > 0, "a perplexity above 1 and a step are needed")
    self.perplexity = perplexity
    self.steps = steps
  }

  /// A place in the plane for each row of `[n, d]`, from places drawn at random near 0; its units mean nothing.
  public func callAsFunction(_ rows: Tensor, random: inout RandomSource) -> [(x: Double, y: Double)] {
    let count = rows.shape[0]
    guard count > 1 else { return rows.shape[0] == 1 ? [(0, 0)] : [] }
    let wanted = similarities(squaredDistances(from: rows, to: rows).values.map(Double.init), count)
    var places = (0..<2 * count).map { _ in Double(random.normal()) * 1e-4 }
    var speeds = [Double](repeating: 0, count: 2 * count)
    var gains = [Double](repeating: 1, count: 2 * count)
    let rate = max(Double(count) / 12 / 4, 50)
    for step in 0..<steps {
      // Early on neighbours attract each other twelvefold, so that groups form before they are packed.
      let isEarly = step < steps / 4
      let gradient = gradient(wanted, exaggeration: isEarly ? 12 : 1, places, count)
      for axis in places.indices {
        let isTurning = gradient[axis] * speeds[axis] > 0
        gains[axis] = max(0.01, isTurning ? gains[axis] * 0.8 : gains[axis] + 0.2)
        speeds[axis] = (isEarly ? 0.5 : 0.8) * speeds[axis] - rate * gains[axis] * gradient[axis]
        places[axis] += speeds[axis]
      }
    }
    return centred((0..<count).map { (places[2 * $0], places[2 * $0 + 1]) })
  }

  /// The symmetric p_ij, which sum to one.
  private func similarities(_ distances: [Double], _ count: Int) -> [Double] {
    let entropy = log(min(perplexity, Double(count - 1) / 3 + 1))
    var conditional = [Double](repeating: 0, count: count * count)
    for i in 0..<count {
      let row = Array(distances[i * count..<(i + 1) * count])
      let shares = neighbourShares(row, of: i, entropy: entropy)
      for j in 0..<count { conditional[i * count + j] = shares[j] }
    }
    return (0..<count * count).map { place in
      let (i, j) = (place / count, place % count)
      return max((conditional[place] + conditional[j * count + i]) / Double(2 * count), 1e-12)
    }
  }

  /// How likely each point is to be the neighbour of point i, by the Gaussian whose entropy is the given one, in nats.
  private func neighbourShares(_ distances: [Double], of i: Int, entropy: Double) -> [Double] {
    let nearest = distances.indices.filter { $0 != i }.map { distances[$0] }.min() ?? 0
    var precision = 1.0
    var bounds = (lower: 0.0, upper: Double.infinity)
    var shares: [Double] = []
    for _ in 0..<60 {
      shares = distances.indices.map { $0 == i ? 0 : exp(-precision * (distances[$0] - nearest)) }
      let sum = shares.reduce(0, +)
      shares = shares.map { $0 / sum }
      let found = shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
      if abs(found - entropy) < 1e-5 { break }
      if found > entropy { bounds.lower = precision } else { bounds.upper = precision }
      precision = bounds.upper.isFinite ? (bounds.lower + bounds.upper) / 2 : precision * 2
    }
    return shares
  }

  /// The gradient of KL(P ‖ Q): 4 Σ_j (p_ij − q_ij) (y_i − y_j) / (1 + ‖y_i − y_j‖²).
  private func gradient(
    _ wanted: [Double], exaggeration: Double, _ places: [Double], _ count: Int
  ) -> [Double] {
    var closeness = [Double](repeating: 0, count: count * count)
    var sum = 0.0
    for i in 0..<count {
      for j in 0..<count where j != i {
        let (across, up) = (places[2 * i] - places[2 * j], places[2 * i + 1] - places[2 * j + 1])
        closeness[i * count + j] = 1 / (1 + across * across + up * up)
        sum += closeness[i * count + j]
      }
    }
    var gradient = [Double](repeating: 0, count: 2 * count)
    for i in 0..<count {
      for j in 0..<count where j != i {
        let near = closeness[i * count + j]
        let pull = 4 * (exaggeration * wanted[i * count + j] - near / sum) * near
        gradient[2 * i] += pull * (places[2 * i] - places[2 * j])
        gradient[2 * i + 1] += pull * (places[2 * i + 1] - places[2 * j + 1])
      }
    }
    return gradient
  }

  private func centred(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    let (x, y) = points.reduce((0, 0)) { ($0.0 + $1.x, $0.1 + $1.y) }
    let count = Double(points.count)
    return points.map { ($0.x - x / count, $0.y - y / count) }
  }
}
