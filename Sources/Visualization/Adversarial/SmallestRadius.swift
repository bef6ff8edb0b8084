import Autograd
import NeuralNetworks

extension ProjectedGradient {
  /// For each picture the smallest radius k / 255 at which this attack reaches its goal, as k, or nil where it does not even
  /// at the largest.
  ///
  /// By bisection: between a radius that is known to fail and one that is known to succeed the middle is tried, until the
  /// two are neighbours; pictures that stand at the same radius are attacked together. 0 means that nothing has to be
  /// changed. Of the attack everything counts but its radius: steps keep their length in shares of it. The norm must be L∞;
  /// pictures stay on the lattice of 8 bits, and the best one on the way is kept.
  ///
  /// An attack finds what it finds: another one may succeed at a smaller radius, so a result is an upper bound of the
  /// distance to the nearest picture of the goal, and at k − 1 *this* attack fails.
  ///
  /// ```swift
  /// let attack = ProjectedGradient(radius: 1, steps: 10, norm: .maximum, isTargeted: true)
  /// attack.smallestRadii(network, dogs, labels: cats, upTo: 16)   // [3, 5, nil, 2, …]
  /// ```
  public func smallestRadii(
    _ network: some Layer, _ pictures: Tensor, labels: [Int], upTo largest: Int
  ) -> [Int?] {
    precondition(norm == .maximum, "radii k/255 are those of L∞")
    precondition(1...255 ~= largest, "the largest radius is 1/255 to 255/255, not \(largest)/255")
    let all = Array(labels.indices)
    var smallest = [Int?](repeating: nil, count: labels.count)
    var failing = [Int](repeating: 0, count: labels.count)

    // What is there already, and what is out of reach.
    let start = reached(network, pictures, labels, all, radius: 0)
    for place in start { smallest[place] = 0 }
    for place in reached(network, pictures, labels, all.filter { !start.contains($0) }, radius: largest) {
      smallest[place] = largest
    }
    while true {
      let middles = all.map { place in smallest[place].map { failing[place] + ($0 - failing[place]) / 2 } }
      let open = all.filter { place in smallest[place].map { $0 - failing[place] > 1 } ?? false }
      guard !open.isEmpty else { return smallest }
      for (middle, places) in Dictionary(grouping: open, by: { middles[$0] ?? 0 }).sorted(by: { $0.key < $1.key }) {
        let successes = reached(network, pictures, labels, places, radius: middle)
        for place in places {
          if successes.contains(place) { smallest[place] = middle } else { failing[place] = middle }
        }
      }
    }
  }

  /// The places of those pictures whose goal is reached within a radius of `radius` / 255.
  private func reached(
    _ network: some Layer, _ pictures: Tensor, _ labels: [Int], _ places: [Int], radius: Int
  ) -> Set<Int> {
    guard !places.isEmpty else { return [] }
    let chosen = pictures.gather(rows: places)
    let chosenLabels = places.map { labels[$0] }
    let attack = onLattice(radius: Float(radius) / 255)
    let answers = network.whileFrozen { network(attack.attack(network, chosen, labels: chosenLabels)) }
      .indicesOfLargest()
    let successes = zip(places, zip(goals(for: chosenLabels), answers)).filter { $1.0.isReached(by: $1.1) }
    return Set(successes.map(\.0))
  }

  /// The same attack within another radius, with steps that are as long in shares of it, and with nothing left to chance of
  /// rounding or of the last step.
  private func onLattice(radius: Float) -> ProjectedGradient {
    var attack = self
    attack.stepSize = self.radius > 0 ? stepSize / self.radius * radius : stepSize
    (attack.radius, attack.staysOnLattice, attack.keepsBest) = (radius, true, true)
    return attack
  }
}
