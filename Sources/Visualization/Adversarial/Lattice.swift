import Autograd

/// The values k / 255 that a picture of 8 bits can have.
extension Tensor {
  /// Every value moved to the nearest one on the lattice.
  func onLattice() -> Tensor { mapped { ($0 * 255).rounded() / 255 } }

  /// Pictures on the lattice that are near these and no further than `radius` from `centre`, which is on it, too.
  ///
  /// Under L∞ a value that would be rounded out of the ball goes to the last one inside. Under L2 the change of a picture
  /// that rounding has made too long is shortened until it fits.
  func settled(around centre: Tensor, radius: Float, norm: ProjectedGradient.Norm) -> Tensor {
    switch norm {
    case .maximum:
      let reach = (radius * 255 + 1e-3).rounded(.down) / 255
      return (centre + (onLattice() - centre).clamped(to: -reach...reach)).onLattice()
    case .euclidean:
      let change = detached() - centre
      var share = Tensor(shape: [shape[0]] + shape.dropFirst().map { _ in 1 }, filledWith: 1)
      while true {
        let pictures = (centre + change * share).onLattice()
        let lengths = (pictures - centre).lengths
        guard lengths.values.contains(where: { $0 > radius }) else { return pictures }
        share = Tensor(
          zip(share.values, lengths.values).map { $1 > radius ? $0 * min(radius / $1, 0.999) : $0 }, shape: share.shape)
      }
    }
  }
}
