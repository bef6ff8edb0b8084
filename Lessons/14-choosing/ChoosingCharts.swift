import Charts
import Datasets
import Imaging
import NeuralNetworks
import Notebook

extension Page {
  /// Some pictures of each source, a row for each.
  func shelf(_ sources: [ShelfSource]) -> PictureGrid {
    PictureGrid(
      rowHeadings: sources.map { $0.label(term) },
      rows: sources.map { source in
        let pictures = source.world(seed: seed).trainingSet(count: 8, size: Shelf.size)
        return pictures.labels.indices.map { PictureGrid.Cell(pictures[$0].withChannels(3)) }
      }, factor: 3)
  }

  /// What fine-tuning reaches against a score, a point for each source.
  func scatter(of study: Study<ShelfSource, SourceOutcome>, by score: SourceScore) -> ScatterChart {
    let marks = study.keys.map { source in
      let point = study.point(Double(study.mean(of: source) { $0[score] }), of: source, \.accuracy)
      return ScatterChart.Mark(
        x: point.x, y: point.y, label: source.label(term), spread: point.spread?.clamped(to: 0...1))
    }
    return ScatterChart(
      x: Axis(score.label(term), format: .number(decimals: 3)), y: .percent(term("tuned-accuracy")),
      groups: [.init("", marks)])
  }

  /// The rank correlation of each score, a bar for each target.
  func bars(of ranks: Study<KeyPair<SourceScore, ShelfTarget>, Float>) -> BarChart {
    let scores: [SourceScore] = ranks.rows(), tasks: [ShelfTarget] = ranks.columns()
    return BarChart(
      categories: scores.map { $0.label(term) },
      value: Axis(term("rank-correlation"), range: -1...1.15, ticks: [-1, -0.5, 0, 0.5, 1]),
      series: tasks.map { task in ranks.column(task).series(task.label(term)) { $0 } },
      valueFormat: .number(decimals: 2))
  }

  /// What is reported of the source that each rule chooses, and what it is worth.
  func bars(reported: Study<ChoiceRule, Float>, fresh: Study<ChoiceRule, Float>) -> BarChart {
    BarChart(
      categories: reported.labels, value: .percent(term("accuracy"), range: 0...1),
      series: [reported.series(term("reported")) { $0 }, fresh.series(term("fresh")) { $0 }],
      valueFormat: .percent(decimals: 1))
  }

  /// The accuracy of each way in each situation.
  func heat(_ ways: WayStudy) -> HeatMap {
    study(Situation.all, by: TransferWay.allCases) { situation, way, seed in
      ways[way, situation][ways.seeds.firstIndex(of: seed) ?? 0].test
    }.heatMap(rows: "situation", columns: "way", value: "test-accuracy", format: .percent(decimals: 0)) { $0 }
  }

  /// The decision table: in each situation the way that validation pictures choose, and what it has on test pictures.
  func decisions(_ study: WayStudy) -> Phrase {
    let columns = Situation.sizes.flatMap { size in TrainingBudget.allCases.map { (size: size, budget: $0) } }
    let header = columns.map { size, budget in
      term.phrase("decision-column", ["count": "\(size)", "budget": "\(term.phrase(budget.name)(language))"])
    }
    let rows = TargetDistance.allCases.map { distance in
      [term.phrase(distance.name)]
        + columns.map { size, budget -> Phrase in
          let column = study.column(Situation(perClass: size, distance: distance, budget: budget))
          let best = column.best(by: \.validation)
          let name = term.phrase(best.name), share = Phrase(column.mean(of: best, \.test), as: .percent(digits: 0))
          return Phrase(en: "\(name.en), \(share.en)", id: "\(name.id), \(share.id)")
        }
    }
    return MarkdownTable(header: [term.phrase("distance")] + header, rows: rows).phrase
  }
}
