import Notebook

/// What of a network learns.
public enum TrainingStrategy: String, CaseIterable, Sendable {
  /// A new head alone, by logistic regression on the features of the frozen base.
  case head
  /// The head first, then all parts that are not frozen.
  case fineTune = "fine-tune"
  /// The whole architecture, from random weights.
  case scratch

  /// The most times that every picture is seen, unless told otherwise.
  public var usualEpochs: Int {
    switch self {
    case .head: 0
    case .fineTune: 15
    case .scratch: 40
    }
  }

  /// The largest step size of the head, unless told otherwise.
  public var usualLearningRate: Float {
    switch self {
    case .head, .fineTune: 0.01
    case .scratch: 0.05
    }
  }

  /// Epochs without a lower loss on validation pictures that are waited for.
  ///
  /// From random weights there is no waiting: that loss may rise from the first epochs on while accuracy rises, too.
  package var patience: Int? { self == .fineTune ? 5 : nil }

  /// What it does, in a few words.
  public var summary: Phrase {
    switch self {
    case .head:
      Phrase(
        en: "a new head on the frozen base (logistic regression)",
        id: "kepala klasifikasi baru di atas basis beku (regresi logistik)")
    case .fineTune:
      Phrase(en: "a new head, then fine-tuning", id: "kepala klasifikasi baru, lalu fine-tuning")
    case .scratch:
      Phrase(en: "from scratch, from random weights", id: "dari nol, dari bobot acak")
    }
  }
}
