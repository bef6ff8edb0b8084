import Notebook
import TransferLearning

/// A way of domain adaptation as a reader names it.
public enum AdaptationMethod: String, CaseIterable, Sendable {
  case sourceOnly = "source-only"
  case dann
  case coral
  case mmd
  case adaBN = "adabn"
  case selfTraining = "self-training"
  case tent

  /// How it is done, where `weight` stands before the target's part of the loss.
  package func strategy(weight: Float?) -> AdaptationStrategy {
    switch self {
    case .sourceOnly: .sourceOnly
    case .dann: .dann(weight: weight ?? 0.3)
    case .coral: .coral(weight: weight ?? 100)
    case .mmd: .mmd(weight: weight ?? 1)
    case .adaBN: .adaBN
    case .selfTraining: .selfTraining(.init())
    case .tent: .tent
    }
  }

  /// Whether its loss has a part of the target's with a weight.
  public var hasWeight: Bool { [.dann, .coral, .mmd].contains(self) }
  /// Whether it works through batch norms alone.
  package var needsNorms: Bool { self == .adaBN || self == .tent }

  /// The largest step size, unless told otherwise.
  package var usualLearningRate: Float { self == .tent ? 0.002 : 0.01 }

  /// What it does, in a few words.
  public var summary: Phrase {
    switch self {
    case .sourceOnly:
      Phrase(en: "the source alone, to compare with", id: "sumber saja, sebagai pembanding")
    case .dann:
      Phrase(
        en: "adversarial: features that a discriminator cannot tell apart (DANN)",
        id: "adversarial: fitur yang tak dapat dibedakan diskriminator (DANN)")
    case .coral:
      Phrase(en: "covariances of the features aligned (deep CORAL)", id: "kovarians fitur disamakan (deep CORAL)")
    case .mmd:
      Phrase(en: "mean discrepancy of the features made small (MMD)", id: "selisih rerata fitur diperkecil (MMD)")
    case .adaBN:
      Phrase(
        en: "the target's statistics in the batch norms (AdaBN)", id: "statistik target di dalam batch norm (AdaBN)")
    case .selfTraining:
      Phrase(en: "learning from its own sure answers", id: "belajar dari jawabannya sendiri yang yakin")
    case .tent:
      Phrase(
        en: "surer answers by scales and shifts of the batch norms (TENT)",
        id: "jawaban lebih yakin lewat skala dan geseran batch norm (TENT)")
    }
  }
}
