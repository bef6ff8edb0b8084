import Foundation

/// The forms that a list of names has in the world.
extension ClassList {
  /// The keys under which other libraries keep what is a list of names: Hugging Face, torchvision, timm, fastai.
  private static let keys = [
    "id2label", "label2id", "class_to_idx", "idx_to_class", "classes", "label_names", "names", "vocab",
  ]

  /// What a text in JSON says; nil if it is none, or says something else.
  /// - Throws: one line if a number is missing.
  static func fromJSON(_ data: Data) throws(NetworkError) -> [Entry]? {
    guard let value = try? JSONSerialization.jsonObject(with: data) else { return nil }
    return try entries(value)
  }

  private static func entries(_ value: Any) throws(NetworkError) -> [Entry]? {
    if let list = value as? [Any] { return all(list.map(entry)) }
    guard let object = value as? [String: Any] else { return nil }
    for key in keys {
      if let inner = object[key], let found = try entries(inner) { return found }
    }
    if let numbers = object as? [String: Int], Set(numbers.values).count == numbers.count, !numbers.isEmpty {
      return try inOrder(numbers.map { ($0.value, Entry($0.key)) })
    }
    var numbered: [(Int, Entry)] = []
    for (key, value) in object {
      guard let number = Int(key), let entry = entry(value) else { return nil }
      numbered.append((number, entry))
    }
    return try inOrder(numbered)
  }

  /// One name, or a list that ends with it.
  private static func entry(_ value: Any) -> Entry? {
    if let name = value as? String { return Entry(name) }
    return (value as? [String]).map { Entry($0) }
  }

  private static func all(_ entries: [Entry?]) -> [Entry]? {
    entries.contains { $0 == nil } ? nil : entries.compactMap(\.self)
  }

  /// The names by their numbers, which are all from 0 on.
  private static func inOrder(_ numbered: [(number: Int, entry: Entry)]) throws(NetworkError) -> [Entry] {
    let byNumber = Dictionary(numbered.map { ($0.number, $0.entry) }) { first, _ in first }
    var entries: [Entry] = []
    for index in 0..<numbered.count {
      guard let entry = byNumber[index] else {
        throw NetworkError("names \(numbered.count) classes, but none for index \(index); indices count from 0")
      }
      entries.append(entry)
    }
    return entries
  }

  /// The names in an object of Python's with one number and name a line, such as `{0: 'tench', 1: 'goldfish'}`; nil if the
  /// text is none.
  static func fromPython(_ text: String) throws(NetworkError) -> [Entry]? {
    var numbered: [(Int, Entry)] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.trimmingCharacters(in: .whitespaces)
      if ["{", "}"].contains(line) { continue }
      guard let match = line.wholeMatch(of: /\{?\s*(\d+)\s*:\s*(['"])(.*)\2\s*,?\s*\}?\s*,?/), let number = Int(match.1)
      else {
        return nil
      }
      numbered.append((number, Entry(String(match.3).replacing("\\'", with: "'"))))
    }
    return numbered.isEmpty ? nil : try inOrder(numbered)
  }

  /// The lines of a text, without the empty ones at its end; in the order of the numbers before them, where each has one.
  static func fromLines(_ text: String) throws(NetworkError) -> [Entry] {
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let lines = Array(all.prefix((all.lastIndex { !$0.isEmpty } ?? -1) + 1))
    let numbered = lines.compactMap { line -> (Int, Entry)? in
      guard let match = line.wholeMatch(of: /(\d+)\s*[\s:,]\s*(\S.*)/), let number = Int(match.1) else { return nil }
      return (number, Entry(String(match.2)))
    }
    let isNumbered = numbered.count == lines.count && Set(numbered.map(\.0)) == Set(lines.indices)
    return isNumbered ? try inOrder(numbered) : lines.map { Entry($0) }
  }
}
