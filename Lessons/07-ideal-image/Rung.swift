import Autograd
import Experiments
import Notebook
import Visualization

/// The rungs of the ladder: each changes one thing of the one before, but for the robust twin, which takes the place of the
/// plain network in what `views` does.
enum Rung: String, CaseIterable, StudyKey {
  case noise
  case variationLoss = "variation-loss"
  case logit, squares, waves, views, prior, robust, both

  /// The last rung by what comes together on it.
  func label(_ term: Terms) -> String { term(self == .both ? "twin-and-prior" : name) }
}

extension IdealImageCells {
  /// The weight of the batch-norm prior.
  static let priorWeight: Float = 10

  /// How pictures are drawn on a rung, with a weight of the variation loss that suits absolute differences.
  func way(to rung: Rung, _ weight: Float, _ scorer: PictureScorer) -> IdealImage {
    func has(_ step: Rung) -> Bool { rung.place >= step.place }
    var ideal = IdealImage(network, steps: plan.steps, variationWeight: weight)
    if has(.logit) { ideal.objective = .logit }
    if has(.squares) { (ideal.form, ideal.variationWeight) = (.squared, scorer.squaredWeight(for: weight)) }
    if has(.waves) { ideal.parameters = .fourier(.natural) }
    if has(.views) { ideal.view = RollingView() }
    if rung == .prior || rung == .both { ideal.priorWeight = Self.priorWeight }
    return has(.robust) ? ideal.with(robustTwin) : ideal
  }
}

extension Rung {
  fileprivate var place: Int { Rung.allCases.firstIndex(of: self) ?? 0 }
}
