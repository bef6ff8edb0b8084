/// What a piece of Swift source names in calls of the page: values, figures, claims, terms, found without running it.
///
/// A name is the literal that a call begins with; what is interpolated into it stands for the name of a key:
/// `page.measure("gap.\(size)", …)`.
struct SourceNames {
  /// A name, with a place for every interpolated value.
  struct Pattern: Hashable {
    /// The texts between the places: one for a name without any.
    let texts: [String]

    /// The name itself, if nothing is interpolated into it.
    var name: String? { texts.count == 1 ? texts[0] : nil }

    /// Whether a name can be made of it with one or more `keys`, joined by dots, in each place.
    func matches(_ name: String, keys: Set<String>) -> Bool {
      name.hasPrefix(texts[0])
        && Pattern.matches(name.dropFirst(texts[0].count), texts[1...], keys: keys)
    }

    private static func matches(_ rest: Substring, _ texts: ArraySlice<String>, keys: Set<String>) -> Bool {
      guard let text = texts.first else { return rest.isEmpty }
      return keys.contains { key in
        guard rest.hasPrefix(key) else { return false }
        let after = rest.dropFirst(key.count)
        if after.hasPrefix(text), matches(after.dropFirst(text.count), texts.dropFirst(), keys: keys) { return true }
        return after.hasPrefix(".") && matches(after.dropFirst(), texts, keys: keys)
      }
    }
  }

  /// Names of values, without those of their cells.
  private(set) var values: Set<Pattern> = []
  /// Ids of figures, claims, and terms.
  private(set) var figures: Set<Pattern> = []
  private(set) var claims: Set<Pattern> = []
  private(set) var terms: Set<Pattern> = []

  init(_ source: String) {
    let tokens = SwiftLexer.tokens(of: source).filter { $0.kind != .comment && !$0.text.allSatisfy(\.isWhitespace) }
    for index in tokens.indices.dropFirst(3) where tokens[index].text == "(" && tokens[index - 2].text == "." {
      let call = (object: tokens[index - 3].text, method: tokens[index - 1].text)
      let argument = Self.literal(tokens[(index + 1)...])
      switch (call.object, call.method) {
      case ("page", "measure"): values.insert(argument ?? Pattern(texts: ["", ""]))
      case ("page", "report"):
        values.insert(
          argument.map { Pattern(texts: ["", "." + $0.texts[0]] + $0.texts.dropFirst()) } ?? Pattern(texts: ["", ""]))
      case ("page", "claim"):
        if let argument {
          claims.insert(argument)
          let value = ["claim." + argument.texts[0]] + argument.texts.dropFirst()
          values.insert(Pattern(texts: value))
          values.insert(Pattern(texts: value.dropLast() + [value[value.count - 1] + ".interval"]))
        }
      case ("page", "figure"), ("page", "film"): if let argument { figures.insert(argument) }
      case ("page", "term"), ("page", "progress"), ("page", "words"): if let argument { terms.insert(argument) }
      default: break
      }
    }
    collectTermArguments(tokens)
  }

  /// Terms given as `term: "…"` or `terms: ["…", …]`.
  private mutating func collectTermArguments(_ tokens: [SwiftToken]) {
    for index in tokens.indices.dropLast(2) where tokens[index + 1].text == ":" {
      switch tokens[index].text {
      case "term": if let term = Self.literal(tokens[(index + 2)...]) { terms.insert(term) }
      case "terms" where tokens[index + 2].text == "[":
        let list = tokens[(index + 3)...].prefix { $0.text != "]" }
        for place in list.indices { if let term = Self.literal(list[place...]) { terms.insert(term) } }
      default: break
      }
    }
  }

  /// The string literal that some tokens begin with, or nil.
  private static func literal(_ tokens: ArraySlice<SwiftToken>) -> Pattern? {
    guard let first = tokens.first, first.kind == .string, first.text.hasPrefix("\""), !first.text.hasPrefix("\"\"\"")
    else { return nil }
    var texts: [String] = []
    /// How many strings with interpolations of their own are open within the interpolation.
    var depth = 0
    for token in tokens where token.kind == .string {
      let goesOn = token.text.hasSuffix("\\(")
      let isContinued = token.text.hasPrefix(")")
      if texts.isEmpty || isContinued && depth == 0 {
        texts.append(String(token.text.dropFirst().dropLast(goesOn ? 2 : 1)))
        if !goesOn { return Pattern(texts: texts) }
      } else if isContinued != goesOn {
        depth += goesOn ? 1 : -1
      }
    }
    return nil
  }
}
