import Foundation

extension CourseProgress {
  /// The file's text: a line that says what it is, and a line for each fact.
  var text: Data {
    let head = "# What has been done of alih, the course: kind, id, value. Move it with: alih progress export FILE"
    return Data(([head] + facts.map(\.line)).map { $0 + "\n" }.joined().utf8)
  }

  /// Reads a file's text; lines that are no facts come back as they are.
  ///
  /// What is known of an exercise under a former id counts for the exercise; of two scores the better one.
  static func read(_ text: Data) -> (progress: CourseProgress, damaged: [Data]) {
    var (progress, former) = (CourseProgress(), CourseProgress())
    var damaged: [Data] = []
    for bytes in text.split(separator: UInt8(ascii: "\n")) {
      guard let line = String(validating: bytes, as: UTF8.self)?.trimmingCharacters(in: .whitespacesAndNewlines) else {
        damaged.append(Data(bytes))
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if let fact = Fact(line) {
        if let id = renamedExercises[fact.id], [.exercise, .hint, .solution].contains(Kind(rawValue: fact.kind)) {
          former.set(fact.kind, id, to: fact.value)
        } else {
          progress.set(fact.kind, fact.id, to: fact.value)
        }
      } else {
        damaged.append(Data(bytes))
      }
    }
    progress.merge(former)
    return (progress, damaged)
  }
}

extension CourseProgress.Fact {
  /// The fact in a line, or nil: three words or more, of which the first two are names.
  fileprivate init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 3, !words[2].isEmpty, !line.unicodeScalars.contains(where: Self.isControl) else { return nil }
    (kind, id, value) = (words[0], words[1], words[2])
    guard Self.isName(kind, startsWith: Self.isLower, others: { Self.isLower($0) || Self.isDigit($0) || $0 == "-" }),
      Self.isName(id, startsWith: Self.isPlain, others: { Self.isPlain($0) || "./_-".unicodeScalars.contains($0) })
    else { return nil }
    if let kind = CourseProgress.Kind(rawValue: kind), !Self.isValue(value, of: kind) { return nil }
  }

  private static func isValue(_ value: String, of kind: CourseProgress.Kind) -> Bool {
    switch kind {
    case .read, .run, .solution: isDay(value[...])
    case .quiz, .exercise: CourseProgress.Points(value) != nil && isDay(value.drop { $0 != " " }.dropFirst())
    case .hint: CourseProgress.hints(value) != nil
    case .step: !value.contains(" ")
    }
  }

  /// Whether a text is a day, such as 2026-11-21.
  private static func isDay(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().unicodeScalars.allSatisfy(isDigit),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return 1...12 ~= month && 1...31 ~= day
  }

  // A regular expression here would take most of the time that a long file takes.
  private static func isName(
    _ text: String, startsWith first: (Unicode.Scalar) -> Bool, others: (Unicode.Scalar) -> Bool
  ) -> Bool {
    text.unicodeScalars.first.map(first) == true && text.unicodeScalars.dropFirst().allSatisfy(others)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
  private static func isLower(_ scalar: Unicode.Scalar) -> Bool { "a"..."z" ~= scalar }
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    isLower(scalar) || isDigit(scalar) || "A"..."Z" ~= scalar
  }
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
}
