import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook

extension TrainingTricksCells {
  // cell: mixtures
  func mixtures(_ page: Page) throws {
    let world = Menagerie(TrickBench.task, seed: page.seed)
    let pictures = world.trainingSet(count: 24, size: 48).perClass(1).subset(0..<3)
    let shares: [Float] = [1, 0.75, 0.5, 0.25, 0]
    let batch = LabelledBatch(inputs: pictures.inputs, labels: pictures.labels)
    let mixed = shares.map { Mixup.mixed(batch, share: $0, partners: [1, 2, 0]).inputs }

    try page.figure(
      "mixtures",
      PictureGrid(
        columnHeadings: shares.map { "λ = \($0.label(page.term))" },
        rowHeadings: [],
        rows: (0..<3).map { row in
          mixed.map {
            PictureGrid.Cell(
              Image(width: 48, height: 48, pixels: Array($0.values[row * 48 * 48 * 3..<(row + 1) * 48 * 48 * 3])))
          }
        }, factor: 3))
  }

  // cell: soft
  func soft(_ page: Page) throws {
    let study = try page.study(Softness.allCases) { softness, seed in
      try bench.outcome(of: softness.recipe, .tuned, seed: seed)
    }

    page.report(of: study, as: .percent, \.accuracy)
    page.report("confidence", of: study, as: .percent, \.confidence)
    page.report("loss", of: study, as: .number, \.loss)
    page.claim(
      "less-sure", study.gain(of: .hard, over: .smoothed, \.confidence), .moreThan(0), as: .percent)
    page.claim("mixed-less-sure", study.gain(of: .hard, over: .mixed, \.confidence), .moreThan(0), as: .percent)
    try page.figure(
      "soft",
      study.shareBars(page.term("share-or-probability"), [("test-accuracy", \.accuracy), ("confidence", \.confidence)]))
  }

  // cell: tricks
  func tricks(_ page: Page) throws {
    let study = try page.study(Trick.allCases, by: StartingPlace.allCases) { trick, place, seed in
      try bench.outcome(of: trick.recipe, place, seed: seed).accuracy
    }
    let (scratch, tuned) = (study.column(.scratch), study.column(.tuned))

    page.report(of: study, as: .percent) { $0 }
    page.claim("norm-scratch", scratch.gain(of: .plain, over: .noNorm), .moreThan(0), as: .percent)
    page.claim("norm-tuned", tuned.gain(of: .plain, over: .noNorm), .moreThan(0), as: .percent)
    let cycle = zip(scratch.gain(of: .oneCycle, over: .plain), tuned.gain(of: .oneCycle, over: .plain))
    page.claim("cycle", cycle.map { $0 - $1 }, .moreThan(0), as: .percent)
    page.claim("all-scratch", scratch.gain(of: .together, over: .plain), .moreThan(0), as: .percent)
    page.claim("all-tuned", tuned.gain(of: .together, over: .plain), .moreThan(0), as: .percent)
    try page.figure("tricks", GainChart(of: study, page).chart)
  }
}

/// How hard the labels are that a network learns.
enum Softness: String, CaseIterable, StudyKey {
  case hard = "hard-labels"
  case smoothed = "label-smoothing"
  case mixed = "mixup"

  var recipe: TrickRecipe {
    var recipe = TrickRecipe(start: .he, momentum: 0.9, rate: 0.01)
    switch self {
    case .hard: break
    case .smoothed: recipe.smoothing = 0.1
    case .mixed: recipe.mixup = 0.2
    }
    return recipe
  }
}
