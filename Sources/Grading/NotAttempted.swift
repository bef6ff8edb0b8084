/// What an exercise throws until its reader has begun to write it: then it is neither right nor wrong.
public struct NotAttempted: Error {
  /// Says that nothing has been written yet.
  public init() {}
}

/// Throws `NotAttempted`: the first line of an exercise whose code is there already, with a mistake in it to be found.
///
/// ```swift
/// public func outputs(labels: [Int]) throws -> Int {
///   try notAttempted()  // Delete this line when you have mended what is wrong below.
///   return labels.count
/// }
/// ```
/// (After a plain `throw` the compiler would warn of code that is never reached.)
public func notAttempted() throws {
  throw NotAttempted()
}
