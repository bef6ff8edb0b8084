import Autograd

/// What a difference between neighbouring pixels costs.
public enum VariationForm: Sendable, CaseIterable {
  /// |d|: forgives edges, since one large step costs as much as many small ones (Rudin, Osher and Fatemi, 1992).
  case absolute
  /// d²: punishes edges, and so blurs.
  case squared
}

/// The variation of each of the pictures `[N, H, W, C]`, as `[N]`: the mean cost of the differences between vertical and
/// horizontal neighbours.
///
/// It is a mean per difference, not a sum, so that a number means the same at every size of picture.
public func variation(_ pictures: Tensor, _ form: VariationForm = .absolute) -> Tensor {
  let (number, height, width) = (pictures.shape[0], pictures.shape[1], pictures.shape[2])
  let down = pictures.slice(1..<height, along: 1) - pictures.slice(0..<height - 1, along: 1)
  let across = pictures.slice(1..<width, along: 2) - pictures.slice(0..<width - 1, along: 2)
  let costs = [down, across].map { form == .absolute ? $0.abs() : $0.square() }
  let sums = costs.map { $0.sum(along: [1, 2, 3]) }
  return (sums[0] + sums[1]) / Float(differenceCount(pictures) / number)
}

/// The number of differences between vertical and horizontal neighbours in pictures `[N, H, W, C]`.
public func differenceCount(_ pictures: Tensor) -> Int {
  let (height, width) = (pictures.shape[1], pictures.shape[2])
  return pictures.shape[0] * pictures.shape[3] * ((height - 1) * width + height * (width - 1))
}

/// The variation loss of pictures `[N, H, W, C]`: their mean variation, a single number.
public func variationLoss(_ pictures: Tensor, _ form: VariationForm = .absolute) -> Tensor {
  variation(pictures, form).mean()
}
