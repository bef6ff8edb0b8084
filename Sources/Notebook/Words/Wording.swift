/// The words of a lesson in both languages: what its figures and claims say, and its terms.
struct Wording: Sendable {
  private let texts: [Language: LessonText]
  private let terms: [Language: [String: String]]
  private let glossaries: [Language: Glossary]

  init(texts: [Language: LessonText], terms: [Language: [String: String]], glossaries: [Language: Glossary]) {
    self.texts = texts
    self.terms = terms
    self.glossaries = glossaries
  }

  /// What a figure says, in a language; nil if the text has no such figure.
  func figure(_ id: String, _ language: Language) -> FigureWords? {
    texts[language]?.block(.figure, id).map(FigureWords.init)
  }

  /// What a claim states, in both languages; nil if a text has no such claim.
  func claim(_ id: String) -> Phrase? {
    guard let en = texts[.en]?.block(.claim, id)?.text, let other = texts[.id]?.block(.claim, id)?.text,
      !en.isEmpty, !other.isEmpty
    else { return nil }
    return Phrase(en: en, id: other)
  }

  /// The terms for readers of a language.
  func terms(_ language: Language) -> Terms {
    let english = words(.en), indonesian = words(.id)
    let names = Set(english.keys).union(indonesian.keys)
    return Terms(
      Dictionary(
        uniqueKeysWithValues: names.map { ($0, Phrase(en: english[$0] ?? $0, id: indonesian[$0] ?? $0)) }),
      language: language)
  }

  /// The lesson's own terms before the course's.
  private func words(_ language: Language) -> [String: String] {
    let entries = glossaries[language]?.entries.map { ($0.id, $0.label) } ?? []
    return Dictionary(entries) { first, _ in first }
      .merging(terms[language] ?? [:]) { _, own in own }
  }
}

/// Title, alternative text and caption of a figure, in one language, before measured values are filled in.
struct FigureWords: Sendable {
  let title, alternative: String
  let caption: String?

  init(_ block: LessonText.Block) {
    title = block.fields["title"] ?? ""
    alternative = block.fields["alt"] ?? ""
    caption = block.fields["caption"]
  }
}
