import Autograd
import ModelZoo

extension Network {
  /// What each value of a picture x adds to the logit z_c on the straight way from a baseline b to x:
  /// (x − b) · ∫₀¹ ∂z_c/∂x (b + α (x − b)) dα (Sundararajan, Taly and Yan, 2017, section 3).
  ///
  /// The integral is the mean over the middles of `steps` equal parts of the way, α = (k − ½) / steps (Captum's
  /// `riemann_middle`). Attributions are **complete**: but for the error of that sum, they add up to z_c(x) − z_c(b).
  /// Pictures are `[N, H, W, C]` in [0, 1], each with the place of its class among the logits; so is the result, in logits.
  /// - Parameter baseline: The value of every pixel of b, in [0, 1]: 0 for black. What has the baseline's own value is never
  ///   given anything.
  public func integratedGradients(
    of pictures: Tensor, for labels: [Int], from baseline: Float = 0, steps: Int = 32
  ) -> Tensor {
    precondition(steps > 0, "the way from the baseline is made of at least one step, not \(steps)")
    precondition(labels.count == pictures.shape[0], "\(pictures.shape[0]) pictures have as many labels, not \(labels)")
    return .concatenated(
      labels.enumerated().map { index, label in
        let way = pictures.slice(index..<index + 1, along: 0).detached() - baseline
        let points = (0..<steps).map { way * ((Float($0) + 0.5) / Float(steps)) + baseline }
        let slopes = logitGradient(at: .concatenated(points), for: points.map { _ in label })
        return way * slopes.mean(along: [0], keepingAxes: true)
      })
  }
}
