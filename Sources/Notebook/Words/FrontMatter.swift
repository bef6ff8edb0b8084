import Foundation

/// What a text says of itself before it begins, between two lines `---`: one `name: value` a line.
///
/// ```
/// ---
/// title: Pre-training and fine-tuning
/// summary: how many layers should go on learning, how fast, and what keeps them from forgetting
/// minutes: 1
/// builds-on: pretrained-networks, feature-extraction
/// ---
/// ```
public struct FrontMatter: Sendable, Hashable {
  /// The title, which is the text's heading, too.
  public let title: String
  /// One line for the list of lessons.
  public let summary: String
  /// How long a run takes on the reference machine, in minutes, rounded up.
  public let minutes: Int?
  /// The ids of the lessons that it builds on.
  public let buildsOn: [String]
  /// The names that it gave and that mean nothing.
  let unknown: [String]

  /// Reads a text's front matter, and gives it with the lines of the text that come after it and how many came before.
  static func read(_ markdown: String) -> (matter: FrontMatter, lines: ArraySlice<Substring>) {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      return (FrontMatter([:]), lines[...])
    }
    return (FrontMatter(Fields(lines[1..<end]).values), lines[(end + 1)...])
  }

  private init(_ values: [String: String]) {
    title = values["title"] ?? ""
    summary = values["summary"] ?? ""
    minutes = values["minutes"].flatMap(Int.init)
    buildsOn = (values["builds-on"] ?? "").split(separator: ",").map { String($0).trimmed }
    unknown = values.keys.filter { !["title", "summary", "minutes", "builds-on"].contains($0) }.sorted()
  }
}

/// Lines of `name: value`; a line that begins with a space goes on with the value before it.
struct Fields {
  private(set) var values: [String: String] = [:]
  /// The names in their order.
  private(set) var names: [String] = []

  init(_ lines: some Sequence<Substring>) {
    for line in lines where !String(line).isBlank {
      if line.first != " ", let colon = line.firstIndex(of: ":") {
        names.append(String(line[..<colon]).trimmed)
        values[names[names.count - 1]] = String(line[line.index(after: colon)...]).trimmed
      } else if let last = names.last {
        values[last] = [values[last] ?? "", String(line).trimmed].filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }
}
