import Notebook

/// What could be done with the pictures instead.
enum Rival: String, CaseIterable, StudyKey {
  case alone
  case allToAll = "all-to-all"
  case distilled
  case headAlone = "head-alone"
  case fineTuned = "fine-tuned"
}
