import FileAccess
import Foundation

extension Network {
  /// The same network with the names of its classes from a file, in the order of its logits.
  ///
  /// What the file may be says `ClassList`.
  /// - Throws: one line if the file cannot be understood or names more or fewer classes than the network tells apart.
  public func withClassNames(from file: URL) throws(NetworkError) -> Network {
    let list = try ClassList(contentsOf: file)
    guard list.names.count == classes.count else {
      throw NetworkError(
        "\(file.path): names \(list.names.count) classes, and the network tells \(classes.count) apart; give its own list"
      )
    }
    var named = withClassNames(list.names)
    (named.hasGivenNames, named.wordNetIDs) = (true, list.wordNetIDs)
    return named
  }

  /// The network with these names for its classes, in their order.
  package func withClassNames(_ names: [String]) -> Network {
    precondition(names.count == classes.count, "\(names.count) names for \(classes.count) classes")
    var named = self
    named.classes = names
    return named
  }
}

/// The names of classes in the order of their labels, from a file.
///
/// The file has one name a line, or an id of WordNet or a number and a name; or it is JSON: a list of names, or an object from
/// numbers to names, such as Keras' `imagenet_class_index.json`, `{"0": ["n01440764", "tench"], …}`; or from names to numbers, as
/// torchvision's `class_to_idx`; or one that holds such an object or list, as a `config.json` of Hugging Face holds `id2label`.
/// Numbers count from 0.
package struct ClassList {
  /// The names.
  package let names: [String]
  /// The ids that WordNet has for the classes, such as `n01440764`, where the file has them.
  package let wordNetIDs: [String]?

  /// Reads a file.
  /// - Throws: one line with its path if it is no list of names.
  package init(contentsOf file: URL) throws(NetworkError) {
    do throws(NetworkError) {
      let entries = try ClassList.entries(of: file)
      if let place = entries.firstIndex(where: { $0.name.isEmpty }) {
        throw NetworkError("the name of class \(place) is empty")
      }
      names = entries.map(\.name)
      let ids = entries.compactMap(\.id)
      wordNetIDs = ids.count == names.count ? ids : nil
    } catch {
      throw NetworkError("\(file.path): \(error.description)")
    }
  }

  /// Whether a name is an id of WordNet's: `n` and eight digits.
  package static func isWordNetID(_ name: String) -> Bool { name.wholeMatch(of: /n\d{8}/) != nil }

  struct Entry {
    var id: String?
    var name: String

    /// A name, before which an id may stand.
    init(_ text: String) {
      let words = text.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "\t" || $0 == "," })
      name = text
      if let first = words.first.map(String.init), ClassList.isWordNetID(first) {
        id = first
        name = words.count > 1 ? words[1].trimmingCharacters(in: .whitespaces) : first
      }
    }

    /// A list such as `["n01440764", "tench"]`, of which the last word is the name.
    init(_ list: [String]) {
      name = list.last ?? ""
      id = list.first(where: ClassList.isWordNetID)
    }
  }

  private static func entries(of file: URL) throws(NetworkError) -> [Entry] {
    var data: Data
    do throws(FileProblem) {
      data = try Data(ofFile: file, limit: 4 * 1_048_576)
    } catch {
      throw NetworkError("no file that can be read: \(error.english); check the path")
    }
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { data = data.dropFirst(3) }
    guard let text = String(data: data, encoding: .utf8) else { throw NetworkError("no text in UTF-8") }
    let isJSON = ["[", "{"].contains(text.first { !$0.isWhitespace })
    var entries = isJSON ? try fromJSON(Data(data)) : try fromLines(text)
    if isJSON, entries == nil { entries = try fromPython(text) }
    guard let entries, !entries.isEmpty else {
      throw NetworkError(
        "no list of names: write one a line, or a list in JSON, or {\"0\": \"NAME\", …}, or {\"0\": [\"ID\", \"NAME\"], …}"
      )
    }
    return entries
  }
}
