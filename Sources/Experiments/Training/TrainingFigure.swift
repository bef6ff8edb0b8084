import Imaging

/// A picture of how a training or an adaptation went, with what is to be said about it in the reader's language.
package struct TrainingFigure {
  /// The file's name without its ending.
  package let name: String
  package let title: String
  /// What it shows, with the measured values, for who can't see it.
  package let alternative: String
  package let image: Image

  /// The names of all that there can be of a training.
  package static let names = ["curves", "pictures-per-class", "confusion", "mistakes"]
}
