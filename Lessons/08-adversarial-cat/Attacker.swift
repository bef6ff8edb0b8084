import Notebook
import Visualization

/// What is done to pictures before the network sees them.
enum DefenceKind: String, CaseIterable, StudyKey {
  case median = "median-filter"
  case bits = "three-bits"

  var defence: any Defence { self == .median ? MedianFilter() : BitDepthReduction(bits: 3) }
}

/// What an attacker knows of a defence, and how a gradient passes it.
enum Attacker: String, CaseIterable, StudyKey {
  /// Nobody attacks.
  case none = "not-attacked"
  /// An attack on the bare network.
  case unaware
  /// The gradient that the defence has.
  case own = "own-gradient"
  /// The gradient of the identity.
  case straight = "straight-through"
}
