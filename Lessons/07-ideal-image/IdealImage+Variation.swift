import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells about the variation loss and about what is asked for.
extension IdealImageCells {
  // cell: variation-sweep
  func variationSweep(_ page: Page, _ scorer: PictureScorer) throws -> Float {
    var ideal = IdealImage(network, steps: plan.steps)
    let targets = [IdealTarget]([example], seeds: page.seeds)
    let sweep = try page.study(
      plan.weights,
      ofAllSeeds: { weight in
        ideal.variationWeight = weight
        return try scorer.keep(ideal.draw(targets), of: targets, by: network, as: "weight-\(weight)")
      })
    let (lightest, heaviest) = (plan.weights[0], plan.weights[plan.weights.count - 1])
    // The lightest weight that brings fine detail down to that of real pictures.
    let weight = plan.weights.first { sweep.mean(of: $0, \.detail) <= 1 } ?? heaviest

    page.measure("class", called: material.name(example.name))
    page.measure("weight", weight, as: format(ofWeight: weight))
    page.measure("weight.detail", values: sweep[weight].map(\.detail), as: .factor(digits: 2))
    page.measure("weight.probability", values: sweep[weight].map(\.probability), as: .percent)
    page.measure("lightest", lightest, as: .number(digits: 1))
    page.measure("lightest.detail", values: sweep[lightest].map(\.detail), as: .factor)
    page.measure("heaviest", heaviest, as: .number(digits: 0))
    page.measure("heaviest.detail", values: sweep[heaviest].map(\.detail), as: .factor(digits: 2))
    page.measure("heaviest.probability", values: sweep[heaviest].map(\.probability), as: .percent)
    page.measure("differences", differenceCount(targets.noise(size: network.inputSize)) / page.seeds.count)
    try page.figure("sweep-curves", curves(sweep, on: page))
    try page.figure("sweep-pictures", pictures(sweep, on: page))
    return weight
  }

  // cell: with-and-without
  func withAndWithout(
    _ page: Page, _ scorer: PictureScorer, _ without: IdealStudy, _ weight: Float
  ) throws -> IdealStudy {
    let with = try draw(way(to: .variationLoss, weight, scorer), as: "with", scorer, on: page)
    let calmer = zip(without.means(\.detail), with.means(\.detail)).map { $0 / $1 }
    let noise = try scorer.noise(of: subjects, seeds: [page.seed], by: network)

    page.measure("probability", values: with.means(\.probability), as: .percent)
    page.measure("judge", values: with.means(\.judge), as: .percent)
    page.measure(
      "judge-change", values: zip(with.means(\.judge), without.means(\.judge)).map { $0 - $1 }, as: .percent)
    page.measure("variation", values: with.means(\.variation), as: .factor(digits: 2))
    page.measure("detail", values: with.means(\.detail), as: .factor(digits: 2))
    page.measure("calmer", values: calmer, as: .factor)
    page.claim("sure-with", with.means(\.probability), .atLeast(predicted.sureWith), as: .percent)
    page.claim("calmer-with", calmer, .atLeast(predicted.calmerWith), as: .factor)
    try page.figure(
      "with-and-without",
      grid(
        terms: ["noise": noise, "without-variation-loss": without, "with-variation-loss": with], on: page))
    return with
  }

  // cell: objectives
  func objectives(
    _ page: Page, _ scorer: PictureScorer, _ weight: Float, _ with: IdealStudy
  ) throws -> IdealStudy {
    var ideal = way(to: .variationLoss, weight, scorer)
    ideal.objective = .probability
    let probability = try draw(ideal, as: "probability", scorer, on: page)
    let logit = try draw(way(to: .logit, weight, scorer), as: "logit", scorer, on: page)
    let drawn = Study(rows: [(Objective.logProbability, with), (.probability, probability), (.logit, logit)])

    for objective in Objective.allCases {
      let pictures = drawn.row(objective).all
      let logits = network(Tensor(pictures.map(\.picture))).gather(pictures.map(\.subject.label)).values
      page.measure("\(objective.name).zebra", drawn.mean(of: KeyPair(objective, example), \.probability), as: .percent)
      page.measure("\(objective.name).logit", logits.mean, as: .number(digits: 1))
      page.measure("\(objective.name).variation", pictures.map(\.variation).mean, as: .factor)
    }
    try page.figure("objectives", grid(drawn, on: page))
    return logit
  }

  // cell: squares
  func squares(_ page: Page, _ scorer: PictureScorer, _ weight: Float, _ logit: IdealStudy) throws -> IdealStudy {
    let ideal = way(to: .squares, weight, scorer)
    let squares = try draw(ideal, as: "squares", scorer, on: page)

    page.measure("weight", ideal.variationWeight, as: .number(digits: 0))
    page.measure("absolute.variation", values: logit.means(\.variation), as: .factor(digits: 2))
    page.measure("squared.variation", values: squares.means(\.variation), as: .factor(digits: 2))
    page.measure("absolute.detail", values: logit.means(\.detail), as: .factor(digits: 2))
    page.measure("squared.detail", values: squares.means(\.detail), as: .factor(digits: 2))
    try page.figure("squares", grid(terms: ["absolute-differences": logit, "squared-differences": squares], on: page))
    return squares
  }
}

/// What an ideal picture may be drawn for.
enum Objective: String, CaseIterable, StudyKey {
  case logProbability, probability, logit

  func label(_ term: Terms) -> String {
    switch self {
    case .logProbability: "ln p"
    case .probability: "p"
    case .logit: "logit z"
    }
  }
}
