import Autograd
import Notebook
import Visualization

/// What points at a place in a picture: the hottest place of a method's heat or, to compare with, the middle of every picture.
enum Pointer: String, CaseIterable, StudyKey {
  case gradient
  case integratedGradients = "integrated-gradients"
  case gradCAM = "grad-cam"
  case occlusion
  case middle

  /// The method; none for the middle.
  var method: SaliencyMethod? { SaliencyMethod(rawValue: rawValue) }
}

extension SaliencySettings {
  /// Fewer steps and squares, for many pictures.
  static let quick: SaliencySettings = {
    var settings = SaliencySettings()
    (settings.steps, settings.window, settings.stride) = (16, 16, 8)
    return settings
  }()
}
