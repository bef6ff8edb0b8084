import Foundation

/// Keeps pictures that are decoded at the same time within a fixed amount of memory: small ones run beside each other,
/// large ones wait for their turn.
final class DecodingBudget: Sendable {
  /// The one that all threads share.
  static let shared = DecodingBudget(bytes: 256 * 1_048_576)

  private let bytes: Int
  private let condition = NSCondition()
  /// What is being spent; touched only under the lock of `condition`.
  private nonisolated(unsafe) var spent = 0

  init(bytes: Int) {
    self.bytes = bytes
  }

  /// Runs `body`, which takes about so much memory, once there is room for it; what takes more than there is runs alone.
  func spending<Result>(_ wanted: Int, _ body: () throws(ImagingError) -> Result) throws(ImagingError) -> Result {
    let wanted = min(max(wanted, 0), bytes)
    condition.lock()
    while spent + wanted > bytes { condition.wait() }
    spent += wanted
    condition.unlock()
    defer {
      condition.lock()
      spent -= wanted
      condition.broadcast()
      condition.unlock()
    }
    return try body()
  }
}
