/// What a source has done to a target, as far as some runs can tell.
public enum TransferEffect: String, Sendable, Hashable {
  /// Positive transfer: the whole interval of the gap lies above 0.
  case helps
  /// Negative transfer: the whole interval lies below 0.
  case harms
  /// The interval has 0 in it.
  case undecided
}
