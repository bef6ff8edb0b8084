extension Lesson {
  /// What a run has made and the lesson's text does not show, or shows and the run has not made, one line each; tests want the
  /// list to be empty.
  public func problems(after result: LessonResult) throws -> [String] {
    var problems: [String] = []
    for text in try Language.allCases.map({ try self.text($0) }) {
      let places = Set(text.places)
      for figure in result.figures where !places.contains(.init(kind: .figure, id: figure.id)) {
        problems.append("\(text.file): figure \(figure.id) has no place")
      }
      for claim in result.claims where !places.contains(.init(kind: .claim, id: claim.id)) {
        problems.append("\(text.file): claim \(claim.id) has no place")
      }
      for located in text.pieces {
        for place in Template(located.words).places where result.measurements[place.name] == nil {
          let known = Array(result.measurements.keys)
          problems.append(
            NotebookError.unknownValue(place.name, at: text.location(line: located.line + place.line), known: known)
              .description)
        }
      }
    }
    return problems
  }
}
