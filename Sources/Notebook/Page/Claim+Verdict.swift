extension Claim {
  /// What the numbers say of a claim; the name is what a text asks for, `<!-- when: head-first undecided`.
  public enum Verdict: String, CaseIterable, Sendable, Hashable {
    /// The statement is true of what was measured.
    case holds
    /// It is not.
    case fails
    /// As many seeds can't tell.
    case undecided

    /// A sign that every terminal has: ✓, ✗ or –.
    public var mark: String {
      switch self {
      case .holds: "✓"
      case .fails: "✗"
      case .undecided: "–"
      }
    }

    /// A word for it, so that nothing depends on the sign and its colour.
    public func word(_ language: Language) -> String {
      switch self {
      case .holds: language == .en ? "holds" : "terbukti"
      case .fails: language == .en ? "fails" : "terbantah"
      case .undecided: language == .en ? "not decided" : "belum terputuskan"
      }
    }
  }
}

extension [Claim] {
  /// How many hold, fail and are not decided, the last two where there are any: `4 of 6 claims hold, 1 fails, 1 not decided`.
  func summary(_ language: Language) -> String {
    let english = language == .en
    let counts = Claim.Verdict.allCases.map { verdict in (verdict, count { $0.verdict == verdict }) }
    let holding = counts[0].1
    var words: String
    if holding == count {
      words =
        switch (count, english) {
        case (1, true): "The claim holds"
        case (1, false): "Klaimnya terbukti"
        case (_, true): "All \(count) claims hold"
        case (_, false): "Semua \(count) klaim terbukti"
        }
    } else {
      words = english ? "\(holding) of \(count) claims hold" : "\(holding) dari \(count) klaim terbukti"
    }
    for (verdict, number) in counts.dropFirst() where number > 0 {
      let isPlural = english && verdict == .fails && number > 1
      words += ", \(number) " + (isPlural ? "fail" : verdict.word(language))
    }
    return words
  }

  /// What all of them come to: the worst verdict among them.
  var verdict: Claim.Verdict {
    contains { $0.verdict == .fails } ? .fails : contains { $0.verdict == .undecided } ? .undecided : .holds
  }
}
