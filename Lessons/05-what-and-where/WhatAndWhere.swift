import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

extension CourseLesson {
  /// What of a network's knowledge is worth transferring to a smaller one of another kind, and where to.
  public static let whatAndWhere = CourseLesson { own in
    let cells = try WhatAndWhereCells(own)
    let strategies = ResultCell("strategies", keys: MatchingWay.allCases, finding: cells.strategies)
    return [
      Cell("material", measured: LessonMaterial.shown, cells.showMaterial),
      Cell("networks", keys: MatchingWay.allCases, cells.networks),
      strategies,
      Cell("maps", needing: strategies, do: cells.maps),
      Cell("planted", cells.planted),
      Cell("tasks", keys: MatchingWay.allCases + TargetTask.allCases, cells.tasks),
      Cell("rivals", keys: Rival.allCases, needing: strategies, do: cells.rivals),
      Cell("hurts", keys: MapSource.allCases, cells.hurts),
    ]
  }
}

/// The cells of the lesson, on the course's own material or on a reader's.
final class WhatAndWhereCells {
  let material: LessonMaterial
  let plan: MatchingPlan
  let training: TargetTraining
  var source: Network { material.network }

  init(_ own: OwnMaterial?) throws {
    material = try LessonMaterial(own, task: .farm, network: own == nil ? "mini-vgg-32" : "mini-vgg")
    try material.requireLinearHead()
    plan = own == nil ? .course : .affordable(for: material)
    material.perClass = plan.perClass
    training = TargetTraining(source: material.network, views: plan.views, epochs: plan.epochs)
  }

  // cell: material
  func showMaterial(_ page: Page) throws {
    let pictures = try material.pictures()
    try material.show(on: page)
    page.measure("most", min(plan.perClass, pictures.perClass))
    page.measure(
      "minutes", material.minutes(plan.passes(classes: pictures.classNames.count)), as: .number(digits: 1))
  }

  /// A few pictures of the task in all their versions, and what the source makes of them.
  func prepared(_ seed: UInt64) throws -> PreparedPictures {
    PreparedPictures(try material.few(plan.perClass, seed: seed), for: training)
  }

  // cell: networks
  func networks(_ page: Page) throws {
    let sourceLayers = source.stageLayers.filter { training.sourceLayers.contains($0.name) }
    let channels = sourceLayers.map { $0.outputShape[2] }
    func start(_ way: MatchingWay) -> HeldTarget {
      training.start(
        way, classes: material.source.classNames.map(\.english), channels: channels, seed: page.seed)
    }
    let target = start(.alone).network
    func row(_ term: String, _ place: Int, _ layer: LayerSummary) -> [Phrase] {
      let size = layer.outputShape.dropLast().map { "\($0)" }.joined(separator: "×")
      return [page.term.phrase(term, ["number": "\(place + 1)"]), Phrase(size), Phrase(layer.outputShape[2])]
    }

    page.measure("per-class", plan.perClass)
    page.measure("views", plan.views)
    page.measure("epochs", plan.epochs)
    let steps =
      (plan.perClass * material.source.classNames.count * plan.views / training.training.batchSize) * plan.epochs
    page.measure("interval", training.meta.interval)
    page.measure("weight-steps", steps / training.meta.interval)
    page.measure("source-parameters", source.parameterCount)
    page.measure("target-parameters", target.parameterCount)
    page.measure("source-millions", Double(source.multiplications) / 1e6, as: .number(digits: 0))
    page.measure("target-millions", Double(target.multiplications) / 1e6, as: .number(digits: 0))
    for way in [MatchingWay.single, .oneToOne, .allToAll] {
      page.measure("pairs.\(way.name)", start(way).matcher?.pairs.count ?? 0)
    }
    page.measure(
      "table", terms: ["layer", "places", "channels"],
      rows: sourceLayers.enumerated().map { row("source-layer", $0, $1) }
        + target.stageLayers.enumerated().map { row("target-layer", $0, $1) })
  }
}
