/// Words that depend on what a claim came to: `<!-- when: head-first undecided` and, up to `-->`, Markdown with places for values.
/// A text that has words for one verdict has words for all three.
extension LessonText.Place {
  /// The claim and the verdict that words are for; nil if this is another place or names no verdict.
  var condition: (claim: String, verdict: Claim.Verdict)? {
    let parts = id.split(separator: " ")
    guard kind == .when, parts.count == 2, let verdict = Claim.Verdict(rawValue: String(parts[1])) else { return nil }
    return (String(parts[0]), verdict)
  }
}

extension LessonText {
  /// What is wrong with its words that depend on claims, one line each.
  func problemsOfConditions(isClaim: (String) -> Bool) -> [String] {
    var problems: [String] = []
    var verdicts: [String: [Claim.Verdict]] = [:]
    for located in pieces {
      guard let place = located.place, place.kind == .when else { continue }
      guard let (claim, verdict) = place.condition else {
        problems.append("\(location(line: located.line)): when wants a claim and holds, fails or undecided")
        continue
      }
      if !isClaim(claim) { problems.append("\(location(line: located.line)): no claim named \(claim) before") }
      if located.words.isEmpty { problems.append("\(location(line: located.line)): when \(place.id) has no words") }
      verdicts[claim, default: []].append(verdict)
    }
    for (claim, known) in verdicts.sorted(by: { $0.key < $1.key }) {
      problems += Claim.Verdict.allCases.filter { !known.contains($0) }
        .map { "\(file): claim \(claim) has words for \(known[0].rawValue) and none for \($0.rawValue)" }
    }
    return problems
  }
}
