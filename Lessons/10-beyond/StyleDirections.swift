import Autograd
import TransferLearning

/// The directions of a space of features in which a scene moves when its style changes.
///
/// Of every scene that is known in several styles the mean is taken away; what remains is how style moves it. The directions are
/// the first principal components of that. What lies along them is taken for the style, all the rest for the content.
struct StyleDirections {
  private let standardization: Standardization
  /// Orthonormal rows, `[count, d]`; nil for none.
  private let directions: Tensor?

  /// Finds `count` directions from scenes in all styles.
  init(in examples: StyledExamples, count: Int) {
    standardization = Standardization(of: examples.features)
    let features = standardization(examples.features)
    let (scenes, width) = (examples.scenes.count, features.shape[1])
    let mean = features.reshaped([examples.styles, scenes, width]).mean(along: [0])
    let moved = features - .concatenated([Tensor](repeating: mean, count: examples.styles))
    directions = count > 0 ? PrincipalComponents(of: moved, count: count).directions : nil
  }

  /// The two parts of features `[n, d]`, which together are the standardised features.
  func parts(of features: Tensor) -> (content: Tensor, style: Tensor) {
    let all = standardization(features)
    guard let directions else { return (all, Tensor(shape: all.shape, filledWith: 0)) }
    let style = all.linear(weight: directions).matrixProduct(directions)
    return (all - style, style)
  }
}
