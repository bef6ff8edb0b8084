import Foundation

/// A text with places for measured values: `{{cell.name}}`, or `{{cell.name|percent:0}}` to choose the format.
struct Template {
  /// One place for a value.
  struct Place {
    let range: Range<String.Index>
    let name: String
    /// The format as written, or nil.
    let format: Substring?
    /// Which line of the text it is on, from 0.
    let line: Int
  }

  let text: String
  let places: [Place]

  init(_ text: String) {
    self.text = text
    var places: [Place] = []
    var start = text.startIndex
    var line = 0
    while let open = text.range(of: "{{", range: start..<text.endIndex),
      let close = text.range(of: "}}", range: open.upperBound..<text.endIndex)
    {
      line += text[start..<open.lowerBound].count(where: \.isNewline)
      let inside = text[open.upperBound..<close.lowerBound].split(separator: "|", omittingEmptySubsequences: false)
      let trimmed = inside.map { $0.trimmingCharacters(in: .whitespaces) }
      places.append(
        Place(
          range: open.lowerBound..<close.upperBound, name: trimmed[0],
          format: trimmed.count > 1 ? trimmed.dropFirst().joined(separator: "|")[...] : nil, line: line))
      line += text[open.lowerBound..<close.upperBound].count(where: \.isNewline)
      start = close.upperBound
    }
    self.places = places
  }

  /// The text with every value filled in.
  ///
  /// Names from elsewhere are written so that they mean nothing in Markdown, unless the text `isPlain`, as a figure's title is.
  /// `location` turns a line of this text into words for an error message.
  func filled(
    with values: [String: MeasuredValue], in language: Language, isPlain: Bool = false,
    location: (_ line: Int) -> String
  ) throws(NotebookError) -> String {
    var result = ""
    var start = text.startIndex
    for place in places {
      guard let value = values[place.name] else {
        throw .unknownValue(place.name, at: location(place.line), known: Array(values.keys))
      }
      result += text[start..<place.range.lowerBound]
      let format = try format(of: place, location: location)
      result += isPlain ? value.text(in: language, as: format) : value.markdown(in: language, as: format)
      start = place.range.upperBound
    }
    return result + text[start...]
  }

  private func format(of place: Place, location: (Int) -> String) throws(NotebookError) -> ValueFormat? {
    guard let name = place.format else { return nil }
    guard let format = ValueFormat(named: name) else {
      throw .unknownFormat(String(name), at: location(place.line))
    }
    return format
  }
}
