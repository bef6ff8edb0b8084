import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells that only a reader's material needs.
extension IdealImageCells {
  // cell: material
  func showMaterial(_ page: Page) throws {
    try material.show(on: page)
    page.measure("subjects", called: Phrase.list(subjects.map { material.name($0.name) }))
    page.measure("steps", plan.steps)
    page.measure("minutes", material.minutes(plan.passes), as: .number(digits: 1))
  }

  // cell: real
  func realPicturesOfReader(_ page: Page) throws -> PictureScorer {
    let test = try material.pictures().test
    let real = test.labels.indices.prefix(100).map { test[$0] }
    let scorer = PictureScorer(against: real, judge: judge, robustJudge: robustJudge, on: page)
    let answers = SourcePredictions(of: network, to: test)
    let surest = try subjects.map { subject in
      try answers.surest(5, of: subject.label).map { index in
        try scorer.keep(test[index], of: subject, by: network, as: "real-\(index)")
      }
    }

    page.measure("pictures", real.count)
    page.measure("variation", scorer.realVariation, as: .number(digits: 3))
    page.measure("detail", scorer.realDetail, as: .number(digits: 4))
    try page.figure("real", grid([], surest, on: page))
    return scorer
  }

  // cell: recipe
  func recipe(_ page: Page, _ scorer: PictureScorer, _ without: IdealStudy, _ with: IdealStudy) throws {
    let real = try material.pictures().training
    var ideal = IdealImage.best(for: network)
    ideal.steps = plan.steps
    ideal.parameters = .fourier(ColorBasis(of: real.inputs(at: 0..<min(200, real.count))))
    let drawn = try draw(ideal, as: "recipe", scorer, on: page)
    let ways = Study(rows: [(RecipeWay.without, without), (.with, with), (.recipe, drawn)])
    let survivals = page.study(
      RecipeWay.allCases, found: [without, with, drawn].flatMap { survival(of: $0, on: page) })

    page.measure("formula", called: Phrase(ideal.formula))
    page.report("probability", of: ways.rowMeans(\.probability), as: .percent) { $0 }
    page.report("survival", of: survivals, as: .percent) { $0 }
    page.report("detail", of: ways.rowMeans(\.detail), as: .factor(digits: 2)) { $0 }
    page.claim("survives", survivals.gain(of: .recipe, over: .without), .atLeast(0.2), as: .percent)
    let noise = try scorer.noise(of: subjects, seeds: [page.seed], by: network)
    try page.figure(
      "rungs",
      grid(
        terms: ["noise": noise, "pixels-alone": without, "with-variation-loss": with, "full-recipe": drawn], on: page))
    try page.figure("gallery", grid(seedsOf: drawn, on: page))
  }
}

/// What is compared on a reader's material.
enum RecipeWay: String, CaseIterable, StudyKey {
  case without, with, recipe
}
