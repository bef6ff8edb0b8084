/// How much one exercise may take, of a machine that is free or busy, and how much of what comes of it is kept.
package enum RunLimits {
  /// Seconds of computing, on all threads together: an endless loop ends here.
  package static let seconds = 10
  /// Seconds altogether: what waits for ever ends here.
  package static let secondsOfWaiting = 60
  /// Seconds after which a runner that has not ended by itself is ended.
  static let secondsOfPatience = Double(secondsOfWaiting) + 5
  /// Memory in bytes.
  package static let bytes = 4 << 30
  /// The most that an exercise can be worth.
  static let points = 1_000
  /// The most checks of an exercise.
  static let checks = 100
  /// Characters of a text of a check, or of a line that was printed.
  static let characters = 400
}
