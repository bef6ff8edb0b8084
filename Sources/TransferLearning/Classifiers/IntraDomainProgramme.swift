/// The linear programme of EasyTL, solved exactly.
///
/// Minimise Σ_jc cost_jc M_jc where each row of M sums to one, each column to at least one, and 0 ≤ M ≤ 1. Such a programme,
/// a transport of pictures to classes, has a best M of zeros and ones, so every picture j goes to one class. If each class
/// names one of its pictures its own, all others are best off in their nearest class, and a class's own picture j costs
/// cost_jc − min_k cost_jk more than that. What is left is to give every class a picture of its own so that the sum of these
/// differences is smallest: an assignment of a few classes to many pictures.
struct IntraDomainProgramme {
  /// `costs[j][c]`: the distance of picture j from the centre of class c; there are no fewer pictures than classes.
  let costs: [[Double]]

  /// The class of each picture.
  func labels() -> [Int] {
    var labels = costs.map { row in row.indices.min { row[$0] < row[$1] } ?? 0 }
    let classes = costs.first?.count ?? 0
    // Where no class is left empty, each has a picture that costs nothing more, and nearest centres are the best.
    if Set(labels).count == classes { return labels }
    let excess = (0..<classes).map { label in costs.map { $0[label] - ($0.min() ?? 0) } }
    for (label, picture) in assignment(of: excess).enumerated() { labels[picture] = label }
    return labels
  }
}

/// A column for each row, no two the same, so that the sum of their costs is smallest.
///
/// The Hungarian method (Kuhn, 1955) with shortest augmenting paths. There are no fewer columns than rows.
func assignment(of costs: [[Double]]) -> [Int] {
  let (rows, columns) = (costs.count, costs.first?.count ?? 0)
  precondition(rows <= columns, "\(rows) classes need at least as many pictures, not \(columns)")
  // Row `rows` and column `columns` stand for "none yet": a path starts there.
  var rowPrice = [Double](repeating: 0, count: rows + 1)
  var columnPrice = [Double](repeating: 0, count: columns + 1)
  var owner = [Int](repeating: rows, count: columns + 1)
  for row in 0..<rows {
    var best = [Double](repeating: .infinity, count: columns)
    var previous = [Int](repeating: columns, count: columns)
    var visited = [Bool](repeating: false, count: columns + 1)
    var column = columns
    owner[columns] = row
    repeat {
      visited[column] = true
      let current = owner[column]
      for next in 0..<columns where !visited[next] {
        let reduced = costs[current][next] - rowPrice[current] - columnPrice[next]
        if reduced < best[next] { (best[next], previous[next]) = (reduced, column) }
      }
      let nearest = (0..<columns).filter { !visited[$0] }.min { best[$0] < best[$1] } ?? 0
      let step = best[nearest]
      for other in 0...columns where visited[other] {
        rowPrice[owner[other]] += step
        columnPrice[other] -= step
      }
      for other in 0..<columns where !visited[other] { best[other] -= step }
      column = nearest
    } while owner[column] != rows
    while column != columns {
      owner[column] = owner[previous[column]]
      column = previous[column]
    }
  }
  var result = [Int](repeating: 0, count: rows)
  for column in 0..<columns where owner[column] < rows { result[owner[column]] = column }
  return result
}
