/// What an exercise throws until its reader has begun to write it: then it is neither right nor wrong.
public struct NotAttempted: Error {
  /// Says that nothing has been written yet.
  public init() {}
}
