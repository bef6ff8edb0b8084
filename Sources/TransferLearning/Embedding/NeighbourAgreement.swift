import Autograd
import NeuralNetworks

/// The share of rows whose nearest other row has the same label, in [0, 1]: how well the distances of a feature space know
/// the classes, before anything has been learnt from labels.
public func neighbourAgreement<Role>(in set: FeatureSet<Role>) -> Float {
  let count = set.count
  precondition(count > 1, "a nearest neighbour needs two rows, not \(count)")
  let agreeing = squaredDistances(from: set.features, to: set.features).withValues { distances in
    (0..<count).count { row in
      let others = (0..<count).filter { $0 != row }
      let nearest = others.min { distances[row * count + $0] < distances[row * count + $1] } ?? row
      return set.labels[nearest] == set.labels[row]
    }
  }
  return Float(agreeing) / Float(count)
}
