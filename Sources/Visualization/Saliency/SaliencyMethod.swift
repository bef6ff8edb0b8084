import Autograd
import ModelZoo

/// A way to ask a network where in a picture it sees a class.
public enum SaliencyMethod: String, Sendable, Hashable, CaseIterable {
  /// The slope of the logit at every pixel (Simonyan et al., 2014): ``gradientSaliency(of:for:)``.
  case gradient
  /// The slopes on the way from black to the picture, added up (Sundararajan et al., 2017).
  case integratedGradients = "integrated-gradients"
  /// The maps of a layer, weighted by the slope of the logit (Selvaraju et al., 2017).
  case gradCAM = "grad-cam"
  /// What the logit loses where a square covers the picture (Zeiler and Fergus, 2014).
  case occlusion

  /// Whether heat may be negative, which speaks against the class.
  public var isSigned: Bool { self == .integratedGradients || self == .occlusion }

  /// The heat of pictures `[N, H, W, C]` in [0, 1], each for a class by its place among the logits.
  public func heat(
    of network: Network, for pictures: Tensor, labels: [Int], _ settings: SaliencySettings = SaliencySettings()
  ) -> Heat {
    let side = min(pictures.shape[1], pictures.shape[2])
    return switch self {
    case .gradient: network.gradientSaliency(of: pictures, for: labels)
    case .integratedGradients:
      Heat(
        network.integratedGradients(
          of: pictures, for: labels, from: settings.baseline, steps: settings.steps
        ).sum(along: [3], keepingAxes: true))
    case .gradCAM:
      Heat(
        network.gradCAM(of: pictures, for: labels, layer: settings.layer ?? network.lastMapLayer).resized(
          height: pictures.shape[1], width: pictures.shape[2]))
    case .occlusion:
      network.occlusion(
        of: pictures, for: labels, window: settings.window(side: side), stride: settings.stride(side: side),
        fill: settings.fill)
    }
  }
}

/// What the methods leave open.
public struct SaliencySettings: Sendable, Hashable {
  /// The layer whose maps Grad-CAM weighs; the last one that the class is read from, if none is named.
  public var layer: String?
  /// Steps of integrated gradients.
  public var steps = 32
  /// Where integrated gradients begin, on the scale from 0 (black) to 1 (white).
  public var baseline: Float = 0
  /// Side of the square that occlusion lays over the picture, in pixels; 3/16 of the picture's side, if none is given.
  public var window: Int?
  /// Pixels from one square to the next; a third of a square, if none are given.
  public var stride: Int?
  /// What the square shows: a grey, on the scale from 0 to 1.
  public var fill: Float = 0.5

  /// The usual settings.
  public init() {}

  /// The side of the square for a picture of a side, in pixels.
  public func window(side: Int) -> Int { window ?? max(1, side * 3 / 16) }

  /// The way from one square to the next, in pixels.
  public func stride(side: Int) -> Int { stride ?? max(1, window(side: side) / 3) }
}
