import Autograd
import NeuralNetworks
import Notebook
import Visualization

/// A way to change pictures within ε, towards a target or by chance.
enum AttackMethod: String, CaseIterable, StudyKey {
  /// Every value goes ε up or down by chance.
  case random
  /// One step of ε along the signs of the gradient (FGSM).
  case fast
  /// Ten steps of ε / 10.
  case iterated
  /// Ten steps of 2.5 ε / 10 with momentum, projected, of which the best is kept: the attack that the lesson comes to.
  case momentum

  /// The attack within so many levels of 255.
  func attack(within levels: Int) -> ProjectedGradient {
    let epsilon = Float(levels) / 255
    return switch self {
    case .fast: .fastGradientSign(radius: epsilon, isTargeted: true, staysOnLattice: true)
    case .iterated:
      ProjectedGradient(
        radius: epsilon, steps: 10, stepSize: epsilon / 10, norm: .maximum, isTargeted: true, staysOnLattice: true)
    case .random, .momentum:
      ProjectedGradient(
        radius: epsilon, steps: 10, norm: .maximum, isTargeted: true, momentum: 1, staysOnLattice: true,
        keepsBest: true)
    }
  }

  /// What becomes of the pictures of a set.
  func change(
    _ set: AttackSet, on network: some Layer, within levels: Int, random: inout RandomSource
  ) -> Tensor {
    set.changed { part in
      self == .random
        ? attack(within: levels).randomChange(of: part.pictures, random: &random)
        : attack(within: levels).attack(network, part.pictures, labels: part.targetLabels)
    }
  }
}
