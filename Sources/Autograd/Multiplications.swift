import Synchronization

/// The multiplications that the convolutions and matrix products in `body` need by their definition.
///
/// Each comes with an addition. What an algorithm saves or wastes is not in the number, so that it says how much a network
/// asks for, and not how it is computed. Only what is called by this thread counts.
public func multiplications(in body: () -> Void) -> Int {
  let tally = MultiplicationTally()
  MultiplicationTally.$current.withValue(tally, operation: body)
  return tally.count.load(ordering: .relaxed)
}

/// Where multiplications are added up while someone wants to know.
final class MultiplicationTally: Sendable {
  @TaskLocal static var current: MultiplicationTally?

  let count = Atomic(0)

  /// Counts an operation whose every output is a sum of `terms` products.
  static func add(outputs: Int, terms: Int) {
    current?.count.add(outputs * terms, ordering: .relaxed)
  }
}
