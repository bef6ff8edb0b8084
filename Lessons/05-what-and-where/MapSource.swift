import Notebook

/// Where the maps come from that a small network is held to.
enum MapSource: String, CaseIterable, StudyKey {
  /// From a network that knows animals and things.
  case trained
  /// From the same layers with random weights.
  case untrained
  /// There are none: it learns alone.
  case nothing
}
