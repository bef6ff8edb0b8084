/// A language the course is written in.
public enum Language: String, CaseIterable, Sendable {
  case en
  case id

  /// The reader's language: `requested` if given, else what the environment asks for, else English.
  ///
  /// The environment is read as gettext reads it: the first of LC_ALL, LC_MESSAGES and LANG that is set names the
  /// locale; LANGUAGE, a list separated by colons, goes before it unless that locale is `C` or `POSIX`.
  public static func preferred(requested: Language? = nil, environment: [String: String]) -> Language {
    if let requested { return requested }
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let list = environment["LANGUAGE"].map { $0.split(separator: ":").map(String.init) } ?? []
    if let locale, isUntranslated(locale) { return .en }
    for name in list + [locale].compactMap({ $0 }) {
      if isUntranslated(name) { return .en }
      if let language = Language(locale: name) { return language }
    }
    return .en
  }

  /// The language of a locale name such as `id_ID.UTF-8`, or nil if the course isn't written in it.
  init?(locale: String) {
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
    switch code {
    case "in": self = .id  // the code of Indonesian until 1989, which some systems keep
    default: self.init(rawValue: code)
    }
  }

  private static func isUntranslated(_ locale: String) -> Bool {
    let name = locale.prefix { $0 != "." }
    return name == "C" || name == "POSIX"
  }
}
