import Foundation

extension CourseProgress {
  /// The file's text: a line that says what it is, and a line for each fact.
  var text: Data {
    let head = "# What has been done of alih, the course: kind, id, value. Move it with: alih progress export FILE"
    return Data(([head] + facts.map(\.line)).map { $0 + "\n" }.joined().utf8)
  }

  /// Reads a file's text; lines that are no facts come back as they are.
  static func read(_ text: Data) -> (progress: CourseProgress, damaged: [Data]) {
    var progress = CourseProgress()
    var damaged: [Data] = []
    for bytes in text.split(separator: UInt8(ascii: "\n")) {
      guard let line = String(validating: bytes, as: UTF8.self)?.trimmingCharacters(in: .whitespacesAndNewlines) else {
        damaged.append(Data(bytes))
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if let fact = Fact(line) {
        progress.set(fact.kind, fact.id, to: fact.value)
      } else {
        damaged.append(Data(bytes))
      }
    }
    return (progress, damaged)
  }
}

extension CourseProgress.Fact {
  /// The fact in a line, or nil: three words or more, of which the first two are names.
  fileprivate init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 3, !words[2].isEmpty, !line.unicodeScalars.contains(where: Self.isControl) else { return nil }
    (kind, id, value) = (words[0], words[1], words[2])
    guard kind.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil, id.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9.\/_-]*/) != nil else {
      return nil
    }
    if let kind = CourseProgress.Kind(rawValue: kind), !Self.isValue(value, of: kind) { return nil }
  }

  private static func isValue(_ value: String, of kind: CourseProgress.Kind) -> Bool {
    switch kind {
    case .read, .run, .solution: isDay(value[...])
    case .quiz, .exercise: CourseProgress.Points(value) != nil && isDay(value.drop { $0 != " " }.dropFirst())
    case .hint: (Int(value) ?? -1) >= 0
    case .step: !value.contains(" ")
    }
  }

  /// Whether a text is a day, such as 2026-11-21.
  private static func isDay(_ text: Substring) -> Bool {
    text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
}
