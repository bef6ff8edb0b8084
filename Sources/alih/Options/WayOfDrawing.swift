import ArgumentParser
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// What is changed of the best way to draw ideal pictures for a network.
struct WayOfDrawing: ParsableArguments {
  @Option(
    help: "What becomes large: the logarithm of the probability (log-probability), the probability, or the logit.")
  var objective: ObjectiveName?

  @Option(help: "The weight of the variation loss; 0 leaves it out.")
  var variation: Float?

  @Option(help: "What a difference between neighbours costs: its absolute value (absolute) or its square (squared).")
  var form: VariationName?

  @Option(
    help: """
      The weight of the batch-norm prior, which holds pictures to what the network was trained on; 0 leaves it out.
      """)
  var prior: Float?

  @Option(help: "What descent changes: pixels, or the amplitudes of waves (fourier).")
  var parameters: ParametersName?

  @Option(
    help: """
      How the network looks in each step: straight, moving (moved, enlarged, turned a little), rolling (by some pixels, with \
      joined edges), or mirrored (rolled, and mirrored half the time).
      """)
  var view: ViewName?

  @Option(help: "Steps of Adam.")
  var steps: Int?

  @Option(help: "The step size of Adam.")
  var rate: Float?

  @Option(help: "How the step size goes: constant, or cosine (to 0 along half a cosine).")
  var schedule: ScheduleName?

  func validate() throws {
    if let rate {
      guard 1e-6...10 ~= rate else { throw ValidationError("--rate \(rate): give a step size from 0.000001 to 10") }
    }
    if let steps {
      guard 1...100_000 ~= steps else { throw ValidationError("--steps \(steps): take 1 to 100000 steps") }
    }
    for (name, weight) in [("variation", variation), ("prior", prior)] {
      if let weight, !(0...1e6 ~= weight) {
        throw ValidationError("--\(name) \(weight): give a weight from 0 to 1000000")
      }
    }
  }

  /// The way with what the options say.
  func applied(to best: IdealImage) throws -> IdealImage {
    var ideal = best
    if let prior {
      guard prior == 0 || ideal.network.hasBatchNorm else {
        throw ValidationError("--prior \(prior): the network has no batch norm to take statistics from; leave it out")
      }
      ideal.priorWeight = prior
    }
    if let variation { ideal.variationWeight = variation }
    if let objective { ideal.objective = objective.objective }
    if let form { ideal.form = form == .squared ? .squared : .absolute }
    if let parameters { ideal.parameters = parameters == .fourier ? .fourier(.natural) : .pixels }
    if let view { ideal.view = view.view(side: ideal.network.inputSize) }
    if let steps { ideal.steps = steps }
    if let rate { ideal.learningRate = rate }
    if let schedule { ideal.schedule = schedule == .cosine ? .cosine : .constant }
    return ideal
  }

  /// What the pictures were drawn with, in words.
  func sentence(on ideal: IdealImage) -> Phrase {
    let terms = ideal.priorWeight > 0 ? (en: ", S: batch-norm prior", id: ", S: prior batch norm") : (en: "", id: "")
    return Phrase(
      en: "loss \(ideal.formula) (z: logit, V: variation\(terms.en)), \(ideal.steps) steps of Adam",
      id: "kerugian \(ideal.formula) (z: logit, V: variasi\(terms.id)), \(ideal.steps) langkah Adam")
  }
}

/// What descent changes.
enum ParametersName: String, ExpressibleByArgument, CaseIterable {
  case pixels, fourier
}

/// What a difference between neighbours costs.
enum VariationName: String, ExpressibleByArgument, CaseIterable {
  case absolute, squared
}

/// How the step size goes.
enum ScheduleName: String, ExpressibleByArgument, CaseIterable {
  case constant, cosine
}

/// How the network looks.
enum ViewName: String, ExpressibleByArgument, CaseIterable {
  case straight, moving, rolling, mirrored

  /// The view of pictures of a side.
  func view(side: Int) -> (any PictureView)? {
    switch self {
    case .straight: nil
    case .moving: RandomView(jitter: Float(side) / 16)
    case .rolling: RollingView(jitter: max(1, side / 32), mirrors: false)
    case .mirrored: RollingView(jitter: max(1, side / 32))
    }
  }
}

/// What becomes large.
enum ObjectiveName: String, ExpressibleByArgument, CaseIterable {
  case logProbability = "log-probability"
  case probability, logit

  var objective: IdealObjective {
    switch self {
    case .logProbability: .logProbability
    case .probability: .probability
    case .logit: .logit
    }
  }
}
