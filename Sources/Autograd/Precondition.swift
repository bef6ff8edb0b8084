/// Ends the process with a message unless a condition holds that whoever calls must see to, such as that two shapes fit.
///
/// It stands in for the standard library's function of the same name, which in optimised code, as this module always is,
/// ends the process without a word.
@inline(__always)
package func precondition(
  _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID,
  line: UInt = #line
) {
  guard condition() else { fatalError(message(), file: file, line: line) }
}

/// Ends the process with a message, in optimised code too, where nothing sensible is left to do.
package func preconditionFailure(
  _ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) -> Never {
  fatalError(message(), file: file, line: line)
}
