import Autograd

/// What a difference between neighbouring pixels costs.
public enum VariationForm: Sendable, CaseIterable {
  /// |d|: forgives edges, since one large step costs as much as many small ones (Rudin, Osher and Fatemi, 1992).
  case absolute
  /// d²: punishes edges, and so blurs.
  case squared
}

/// The variation loss of pictures `[N, H, W, C]`: the mean cost of the differences between vertical and horizontal
/// neighbours.
///
/// It is a mean per difference, not a sum, so that a weight means the same at every size of picture.
public func variationLoss(_ pictures: Tensor, _ form: VariationForm = .absolute) -> Tensor {
  let (height, width) = (pictures.shape[1], pictures.shape[2])
  let down = pictures.slice(1..<height, along: 1) - pictures.slice(0..<height - 1, along: 1)
  let across = pictures.slice(1..<width, along: 2) - pictures.slice(0..<width - 1, along: 2)
  let cost = form == .absolute ? down.abs().sum() + across.abs().sum() : down.square().sum() + across.square().sum()
  return cost / Float(down.count + across.count)
}
