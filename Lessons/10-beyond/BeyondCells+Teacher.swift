import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

extension BeyondCells {
  // cell: teacher
  func teacher(_ page: Page) throws {
    let (teacher, logits) = (classroom.teacher, classroom.answersToTest)
    let (labels, kinds) = (classroom.test.labels, Classroom.task.classNames)
    let softness = [Float(1), Classroom.training.temperature].map { temperature in
      (logits / temperature).softmax().gather(labels).values
    }

    page.measure("accuracy", accuracy(logits, labels), as: .percent)
    page.measure("pictures", Classroom.count)
    page.measure("labelled", Classroom.labelled)
    page.measure("temperature", Classroom.training.temperature, as: .number(digits: 0))
    page.measure("hidden", Phrase(kinds[Classroom.hidden]))
    page.measure("classes", kinds.count)
    page.measure("parameters", teacher.parameterCount)
    page.measure("student", classroom.student(seed: page.seed).parameterCount)
    page.measure("hard", softness[0].mean, as: .percent)
    page.measure("soft", softness[1].mean, as: .percent)
    let dark = DarkKnowledge(logits, labels, at: Classroom.training.temperature)
    page.measure("likeness.of", Phrase(kinds[dark.likest.of]))
    page.measure("likeness.is", Phrase(kinds[dark.likest.to]))
    let names = kinds.map { page(Phrase($0)) }
    try page.figure(
      "dark",
      HeatMap(
        rowTitle: page.term("true-class"), columnTitle: page.term("wrong-class"), rows: names, columns: names,
        values: dark.shares.map { $0.map { $0.map(Double.init) } }, valueLabel: page.term("softened-probability"),
        format: .percent(decimals: 0)))
  }

  // cell: students
  func students(_ page: Page) throws {
    let study = try page.study(StudentWay.allCases, preparing: classroom.material) { way, material in
      try classroom.student(way, from: material).score(on: classroom.test).accuracy
    }

    page.report(of: study, as: .percent)
    page.measure("guess", 1 / Float(Classroom.task.classes.count), as: .percent)
    page.claim("taught", study.gain(of: .taught, over: .alone), .moreThan(0), as: .percent)
    page.claim("dark", study.gain(of: .taught, over: .flattened), .moreThan(0), as: .percent)
    page.claim("false", study.gain(of: .alone, over: .falseTeacher), .moreThan(0), as: .percent)
    try page.figure("students", study.shareBars(page.term("test-accuracy")) { $0 })
  }

  // cell: unseen
  func unseen(_ page: Page) throws {
    let ranks = try page.seeds.map { seed in
      let student = try classroom.studentWithoutHidden(from: classroom.material(seed: seed))
      return ClassRank(of: Classroom.hidden, in: student.logits(of: classroom.test), labels: classroom.test.labels)
    }

    page.measure("named", values: ranks.map(\.named), as: .percent)
    page.measure("ahead", values: ranks.map(\.ahead), as: .percent)
    page.claim("unseen", ranks.map(\.ahead), .moreThan(0.5), as: .percent)
    let others = Classroom.task.classNames.enumerated().filter { $0.offset != Classroom.hidden }
    try page.figure(
      "unseen",
      BarChart(
        categories: others.map { page(Phrase($0.element)) },
        value: Axis(
          page.term("ahead-of-pictures"), range: 0...1.14, ticks: [0, 0.25, 0.5, 0.75, 1], format: .percent(decimals: 0)
        ),
        series: [
          .init("", ofSeeds: others.indices.map { kind in ranks.map { $0.aheadOf[kind] } })
        ], valueFormat: .percent(decimals: 0)
      ).withinShares)
  }
}
