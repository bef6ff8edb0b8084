import Charts
import Notebook

extension Page {
  /// The accuracy that guessing gives among so many classes that are equally frequent, for a chart to compare with.
  package func guessing(among classes: Int) -> LineChart.Level {
    let share = 1 / Double(classes)
    return LineChart.Level(share, term("guessing", ["share": format(share, as: .percent(digits: 0))]))
  }
}
