import Foundation

/// Words that figures and values are labelled with, by name: those of a lesson's own text, then those of the course's
/// glossary.
///
/// A term may have places for numbers, `the last {count} parts`.
public struct Terms: Sendable {
  private let words: [String: Phrase]
  /// The reader's language.
  public let language: Language

  init(_ words: [String: Phrase], language: Language) {
    self.words = words
    self.language = language
  }

  /// The names of all terms.
  var names: Set<String> { Set(words.keys) }

  /// The term in the reader's language; its name itself where there is no such term, which `alih check` finds.
  public func callAsFunction(_ name: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    phrase(name, values)(language)
  }

  /// The term in both languages.
  public func phrase(_ name: String, _ values: KeyValuePairs<String, String> = [:]) -> Phrase {
    let phrase = words[name] ?? Phrase(name)
    func filled(_ text: String) -> String {
      values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
    return values.isEmpty ? phrase : Phrase(en: filled(phrase.en), id: filled(phrase.id))
  }
}
