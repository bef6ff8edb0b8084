/// How much one exercise may take, of a machine that is free or busy.
package enum RunLimits {
  /// Seconds of computing, on all threads together: an endless loop ends here.
  package static let seconds = 10
  /// Seconds altogether: what waits for ever ends here.
  package static let secondsOfWaiting = 60
  /// Memory in bytes.
  package static let bytes = 4 << 30
}
