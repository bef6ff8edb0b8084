/// A table as text, the fields separated by commas (RFC 4180), lines ended by a line feed.
package enum CommaSeparatedValues {
  /// A row, ended; a field with a comma, a quote or a line break is quoted, and one that a spreadsheet would compute is text.
  package static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\n"
  }

  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula && Double(text) == nil ? "'" + text : text
    // A line break may be one Character of two scalars.
    let isPlain = !safe.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    return isPlain ? safe : "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
