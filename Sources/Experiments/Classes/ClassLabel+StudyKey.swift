import Notebook

/// A study may compare classes; figures call each by its name in the reader's language.
extension ClassLabel: StudyKey {
  package func label(_ term: Terms) -> String { phrase(term.language) }
}
