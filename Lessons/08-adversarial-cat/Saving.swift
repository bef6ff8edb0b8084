import Autograd
import Visualization

/// What becomes of a picture of floating-point values on its way into a file of 8 bits.
enum Saving: String, CaseIterable {
  /// It is not saved at all.
  case float
  /// Each value is cut off: the next of the 256 values below.
  case truncated
  /// Each value goes to the nearest of the 256.
  case rounded
  /// The attack itself kept to the 256 values, so that there is nothing to lose.
  case lattice

  /// What an attack makes of pictures, saved in this way.
  func picture(_ attack: ProjectedGradient, _ make: (ProjectedGradient) -> Tensor) -> Tensor {
    var attack = attack
    attack.staysOnLattice = self == .lattice
    let pictures = make(attack)
    return switch self {
    case .float, .lattice: pictures
    case .truncated: pictures.mapped { ($0 * 255).rounded(.down) / 255 }
    case .rounded: pictures.mapped { ($0 * 255).rounded() / 255 }
    }
  }
}
