import Autograd
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook

/// What becomes of a picture of floating-point values on its way into a file of 8 bits.
enum Saving: String, CaseIterable, StudyKey {
  /// It is not saved at all.
  case float
  /// Each value is cut off: the next of the 256 values below.
  case truncated
  /// Each value goes to the nearest of the 256.
  case rounded
  /// Each value goes to the nearest of the 256, and the attack knows that it will.
  case lattice

  /// What is left of pictures.
  func of(_ pictures: Tensor) -> Tensor {
    switch self {
    case .float: pictures
    case .truncated: pictures.mapped { ($0 * 255).rounded(.down) / 255 }
    case .rounded, .lattice: pictures.mapped { ($0 * 255).rounded() / 255 }
    }
  }
}

extension Network {
  /// Each picture with as small a share of its change as the network takes for the wanted class, by bisection: no further
  /// than necessary, as attacks go that look for the smallest change.
  ///
  /// The network looks at what `settled` makes of a picture, and that is the result.
  func shortest(_ change: Tensor, of pictures: Tensor, to labels: [Int], settled: (Tensor) -> Tensor) -> Tensor {
    var (failing, reaching) = (labels.map { _ in Float(0) }, labels.map { _ in Float(1) })
    func changed(by shares: [Float]) -> Tensor {
      settled(pictures + change * Tensor(shares, shape: [shares.count, 1, 1, 1]))
    }
    for _ in 0..<12 {
      let middle = zip(failing, reaching).map { ($0 + $1) / 2 }
      let answers = self(changed(by: middle)).indicesOfLargest()
      for place in labels.indices {
        if answers[place] == labels[place] { reaching[place] = middle[place] } else { failing[place] = middle[place] }
      }
    }
    return changed(by: reaching)
  }
}
