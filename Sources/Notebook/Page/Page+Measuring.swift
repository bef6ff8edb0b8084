extension Page {
  /// Gives a number the name `CELL.NAME`, by which prose and alternative texts show it: `{{variation.probability}}`.
  public func measure(_ name: String, _ value: some BinaryFloatingPoint, as format: ValueFormat) {
    measure(name, .number(Double(value)), as: format)
  }

  /// Gives a whole number a name.
  public func measure(_ name: String, _ value: some BinaryInteger, as format: ValueFormat = .count) {
    measure(name, .number(Double(value)), as: format)
  }

  /// Gives mean and standard deviation of some numbers a name: `83.5 ± 1.2 %`.
  public func measure(_ name: String, values: [some BinaryFloatingPoint], as format: ValueFormat) {
    let values = values.map { Double($0) }
    measure(name, .spread(mean: values.mean, deviation: values.standardDeviation), as: format)
  }

  /// Gives a range a name: `83.5–90.1 %`.
  public func measure(_ name: String, _ range: ClosedRange<some BinaryFloatingPoint>, as format: ValueFormat) {
    measure(name, .range(from: Double(range.lowerBound), to: Double(range.upperBound)), as: format)
  }

  /// Gives words in Markdown a name.
  public func measure(_ name: String, _ words: Phrase) {
    measure(name, .text(words), as: .number)
  }

  /// Gives a name that comes from elsewhere, such as that of the class that came first, a name: it is shown as it is, whatever
  /// it would mean in Markdown.
  public func measure(_ name: String, called other: Phrase) {
    measure(name, .name(Phrase(en: other.en.onOneLine, id: other.id.onOneLine)), as: .number)
  }

  /// Gives a term of the lesson or the glossary a name, such as that of the better of two ways.
  public func measure(_ name: String, term: String, _ values: KeyValuePairs<String, String> = [:]) {
    measure(name, self.term.phrase(term, values))
  }

  private func measure(_ name: String, _ quantity: MeasuredValue.Quantity, as format: ValueFormat) {
    add(MeasuredValue(name: "\(cell).\(name)", cell: cell, quantity: quantity, format: format))
  }

  /// Checks a statement over at least five seeds: the interval of the mean of `values`, one a seed, decides whether it is
  /// within `bound` (``ConfidenceInterval``).
  ///
  /// The statement stands in the lesson's text, `<!-- claim: ID … -->`; prose can show what was found as
  /// `{{CELL.claim.ID}}`, mean and spread, and `{{CELL.claim.ID.interval}}`, and what it says can depend on the verdict,
  /// `<!-- when: ID holds … -->`.
  public func claim(
    _ id: String, _ values: [some BinaryFloatingPoint], _ bound: Claim.Bound, as format: ValueFormat = .number
  ) {
    if values.count < Claim.fewestValues { note(.tooFewValues(values.count, forClaim: id)) }
    guard let claim = add(id, values.map { Double($0) }, .seeds, bound, format) else { return }
    let (lower, upper) = (claim.interval.lower, claim.interval.upper)
    measure("claim.\(id)", values: claim.values, as: format)
    measure("claim.\(id).interval", .range(from: lower, to: upper), as: format)
  }

  /// Checks a fact: it holds if each of `values`, of which there may be one, is within `bound`.
  ///
  /// Prose can show the values as `{{CELL.claim.ID}}`, mean and spread.
  public func claim(
    _ id: String, ofEach values: [some BinaryFloatingPoint], _ bound: Claim.Bound, as format: ValueFormat = .number
  ) {
    guard let claim = add(id, values.map { Double($0) }, .eachValue, bound, format) else { return }
    measure("claim.\(id)", values: claim.values, as: format)
  }

  private func add(
    _ id: String, _ values: [Double], _ evidence: Claim.Evidence, _ bound: Claim.Bound, _ format: ValueFormat
  ) -> Claim? {
    guard let statement = wording.claim(id) else {
      note(.noWords("claim", id, in: lesson.textName + ".*.md"))
      return nil
    }
    if claims.contains(where: { $0.id == id }) { note(.usedTwice(id)) }
    let claim = Claim(
      id: id, cell: cell, statement: statement, values: values, evidence: evidence, bound: bound, format: format)
    add(claim)
    return claim
  }
}
