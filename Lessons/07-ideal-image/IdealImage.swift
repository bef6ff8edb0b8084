import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

extension CourseLesson {
  /// The ideal cat, and why it needs the variation loss.
  public static let idealImage = CourseLesson { material in
    let cells = try IdealImageCells(material)
    let real =
      material == nil
      ? ResultCell("real-pictures", keys: cells.subjects, finding: cells.realPictures)
      : ResultCell("real", finding: cells.realPicturesOfReader)
    let without = ResultCell("pixels-alone", needing: real, finding: cells.pixelsAlone)
    let weight = ResultCell("variation-sweep", needing: real, finding: cells.variationSweep)
    let with = ResultCell("with-and-without", needing: real, without, weight, finding: cells.withAndWithout)
    let logit = ResultCell(
      "objectives", keys: Objective.allCases, needing: real, weight, with, finding: cells.objectives)
    let squares = ResultCell("squares", needing: real, weight, logit, finding: cells.squares)
    let waves = ResultCell(
      "waves", keys: Way.allCases + [8, 32, 96], needing: real, weight, squares, finding: cells.waves)
    let views = ResultCell(
      "views", keys: View.allCases, needing: real, without, weight, waves, finding: cells.views)
    let prior = ResultCell("prior", keys: Seen.allCases, needing: real, weight, without, views, finding: cells.prior)
    let robust = ResultCell("robust", needing: real, weight, views, finding: cells.robust)
    let both = ResultCell("both", needing: real, weight, robust, finding: cells.both)
    let classes = ResultCell("classes", needing: real, weight, finding: cells.classes)
    return [
      Cell("material", measured: LessonMaterial.shown, cells.showMaterial),
      real, Cell("noise", cells.noise), without, weight, with, logit, squares, waves, views, prior, robust, both,
      Cell("film", needing: real, weight, do: cells.film),
      Cell(
        "hero", keys: Rung.allCases + cells.subjects, needing: real, with, logit, squares, waves, views, prior, robust,
        both, do: cells.hero),
      classes, Cell("controls", keys: Control.allCases, needing: real, weight, classes, do: cells.controls),
      Cell("recipe", keys: RecipeWay.allCases, needing: real, without, with, do: cells.recipe),
    ]
  }
}

/// The cells of the lesson, for the course's own network and pictures or for a reader's.
struct IdealImageCells {
  let material: LessonMaterial
  let network, robustTwin: Network
  /// Networks that have no part in the drawing, one of them hard to fool; on a reader's material there is no other than the
  /// reader's.
  let judge, robustJudge: Network
  let plan: DrawingPlan
  /// What is predicted: of the course's network more than of one that is not known.
  let predicted: Predictions
  /// The classes that are drawn.
  let subjects: [ClassLabel]
  /// The class that the weight of the variation loss is chosen on.
  let example: ClassLabel
  /// The classes that go through the network together: all, or one at a time where a network may be large.
  let batches: [[ClassLabel]]

  /// The bounds of the claims.
  typealias Predictions = (sureWithout: Double, noisyWithout: Double, sureWith: Double, calmerWith: Double)

  init(_ own: OwnMaterial?) throws {
    material = try LessonMaterial(own)
    network = material.network
    robustTwin = try Catalogue.network("mini-vgg-robust")
    if material.isOwn {
      material.perClass = material.budget.first(of: [40, 20, 10]) { [material] perClass in
        10 * perClass * material.source.classNames.count
      }
      (judge, robustJudge) = (network, network)
      plan = material.budget.first(of: DrawingPlan.all) { $0.passes }
      predicted = (sureWithout: 0.9, noisyWithout: 2, sureWith: 0.5, calmerWith: 2)
      subjects = try material.commonSubjects(atMost: plan.subjects)
      example = subjects[0]
      batches = subjects.map { [$0] }
    } else {
      judge = try Catalogue.network("resnet20")
      robustJudge = try Catalogue.network("resnet20-robust")
      plan = .full
      predicted = (sureWithout: 0.99, noisyWithout: 5, sureWith: 0.9, calmerWith: 5)
      example = try ClassLabel("zebra", of: network)
      subjects = try [ClassLabel("cat", of: network), ClassLabel("dog", of: network), example]
      batches = [subjects]
    }
    network.freeze()
  }

  /// Draws every class from the noise of every seed, and keeps and scores the pictures.
  func draw(
    _ ideal: IdealImage, as name: String, from seeds: [UInt64]? = nil, _ scorer: PictureScorer, on page: Page
  ) throws -> IdealStudy {
    let pictures = try batches.flatMap { subjects in
      let targets = [IdealTarget](subjects, seeds: seeds ?? page.seeds)
      let drawn = page.progress("steps", count: ideal.steps) { tick in
        ideal.draw(targets) { _, _ in tick() }
      }
      return try scorer.keep(drawn, of: targets, by: ideal.network, as: name)
    }
    return page.study(subjects, seeds: seeds, found: pictures)
  }

  /// The mean probability of each seed's pictures when they are looked at from other sides.
  func survival(of drawn: IdealStudy, on page: Page) -> [Float] {
    let survival = batches.flatMap { subjects in
      let pictures = subjects.flatMap { drawn[$0] }
      return network.survival(of: Tensor(pictures.map(\.picture)), labels: pictures.map(\.subject.label))
    }
    return page.study(subjects, found: survival).means { $0 }
  }
}
