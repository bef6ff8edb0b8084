import Foundation

/// The commands and their options, as the built command describes itself.
struct CommandTree: Decodable {
  private let command: Branch

  private struct Branch: Decodable {
    let commandName: String
    let subcommands: [Branch]?
    let arguments: [Argument]?
  }

  private struct Argument: Decodable {
    let kind: String
    let preferredName: Name?
  }

  private struct Name: Decodable {
    let name: String
  }

  /// The options that take a value, each after the words of its command, such as `["menagerie", "show"]`; nil stands for an
  /// argument without a name.
  var options: [(command: [String], option: String?)] {
    (command.subcommands ?? []).flatMap { Self.options(of: $0, after: []) }
  }

  private static func options(of branch: Branch, after words: [String]) -> [(command: [String], option: String?)] {
    let words = words + [branch.commandName]
    guard branch.commandName != "help" else { return [] }
    let own = (branch.arguments ?? []).filter { $0.kind != "flag" }.map { (words, $0.preferredName?.name) }
    return own + (branch.subcommands ?? []).flatMap { options(of: $0, after: words) }
  }
}
