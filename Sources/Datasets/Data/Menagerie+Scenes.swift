extension Menagerie {
  /// The first scenes of one class in the test set.
  public func testScenes(of label: Int, count: Int) -> [Scene] {
    let places = task.turn.indices.filter { task.turn[$0] == label }
    precondition(!places.isEmpty, "no class \(label) among \(task.classes.count)")
    return (0..<count).map { testScene($0 / places.count * task.turn.count + places[$0 % places.count]) }
  }

  /// The label and the scene of the picture at an index of the test set.
  public func testExample(_ index: Int) -> (label: Int, scene: Scene) {
    (task.turn[index % task.turn.count], testScene(index))
  }
}
