import FileAccess
import Foundation

extension Network {
  /// The same network with the names of its classes from a file, in the order of its logits.
  ///
  /// The file has one name a line; or a list of names in JSON; or, as Keras' `imagenet_class_index.json`, an object from
  /// indices to names: `{"0": ["n01440764", "tench"], …}`, of which the last name is taken.
  /// - Throws: one line if the file cannot be understood or names more or fewer classes than the network tells apart.
  public func withClassNames(from file: URL) throws(NetworkError) -> Network {
    let names: [String]
    do throws(NetworkError) {
      names = try Network.classNames(in: file)
    } catch {
      throw NetworkError("\(file.path): \(error.description)")
    }
    guard names.count == classes.count else {
      throw NetworkError(
        "\(file.path): names \(names.count) classes, and the network tells \(classes.count) apart; give its own list")
    }
    return withClassNames(names)
  }

  /// The network with these names for its classes, in their order.
  package func withClassNames(_ names: [String]) -> Network {
    precondition(names.count == classes.count, "\(names.count) names for \(classes.count) classes")
    var named = self
    named.classes = names
    return named
  }

  private static func classNames(in file: URL) throws(NetworkError) -> [String] {
    let data: Data
    do throws(FileProblem) {
      data = try Data(ofFile: file, limit: 4 * 1_048_576)
    } catch {
      throw NetworkError("no file that can be read: \(error.english); check the path")
    }
    guard let text = String(data: data, encoding: .utf8) else { throw NetworkError("no text in UTF-8") }
    let names =
      switch text.first(where: { !$0.isWhitespace }) {
      case "[": try? JSONDecoder().decode([String].self, from: data)
      case "{": try indexed(data)
      default: lines(text)
      }
    guard let names, !names.isEmpty else {
      throw NetworkError("no list of names: write one a line, or a list in JSON, or {\"0\": [\"ID\", \"NAME\"], …}")
    }
    if let place = names.firstIndex(of: "") { throw NetworkError("the name of class \(place) is empty") }
    return names
  }

  /// The lines of a text, without the empty ones at its end.
  private static func lines(_ text: String) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    return Array(lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }

  /// The names in an object whose keys are all indices from 0 on.
  private static func indexed(_ data: Data) throws(NetworkError) -> [String]? {
    let lists = try? JSONDecoder().decode([String: [String]].self, from: data)
    let plain = try? JSONDecoder().decode([String: String].self, from: data)
    guard let entries = lists?.mapValues({ $0.last ?? "" }) ?? plain else { return nil }
    var names: [String] = []
    for index in 0..<entries.count {
      guard let name = entries["\(index)"] else {
        throw NetworkError("names \(entries.count) classes, but none for index \(index)")
      }
      names.append(name)
    }
    return names
  }
}
