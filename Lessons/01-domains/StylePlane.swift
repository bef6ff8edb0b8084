import Autograd
import Datasets
import TransferLearning

/// The features of some styles in the plane of their first two principal components.
struct StylePlane {
  let components: PrincipalComponents
  /// Where the pictures of each style lie, `[n, 2]`.
  let points: [Tensor]
  /// Of the variance in the plane, the share that is between the means of the styles, in [0, 1]: all of it where each style is
  /// one point, none where all styles have one mean.
  let shareOfStyles: Float
  /// The styles whose means lie farthest apart along the first component.
  let ends: (lowest: Style, highest: Style)

  /// The plane of features `[n, d]`, with as many pictures of each style.
  init(_ styles: [(style: Style, features: Tensor)]) {
    let plane = PrincipalComponents(of: Tensor.concatenated(styles.map(\.features)), count: 2)
    let points = styles.map { plane($0.features) }
    func meanSquare(_ places: Tensor) -> Float { places.square().sum(along: [1]).mean().item }
    // The middle of all points is the origin of the plane.
    let means = points.map { $0.mean(along: [0]).reshaped([1, 2]) }
    shareOfStyles = meanSquare(Tensor.concatenated(means)) / meanSquare(Tensor.concatenated(points))
    let order = styles.indices.sorted { means[$0].values[0] < means[$1].values[0] }
    ends = (styles[order[0]].style, styles[order[order.count - 1]].style)
    (components, self.points) = (plane, points)
  }
}
