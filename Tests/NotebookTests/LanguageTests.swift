import Testing

@testable import Notebook

@Suite("Language")
struct LanguageTests {
  static let table: [(environment: [String: String], expected: Language)] = [
    ([:], .en),
    (["LANG": "id_ID.UTF-8"], .id),
    (["LANG": "id"], .id),
    (["LANG": "in_ID"], .id),
    (["LANG": "en_GB.UTF-8"], .en),
    (["LANG": "de_DE.UTF-8"], .en),
    (["LANG": "C"], .en),
    (["LANG": ""], .en),
    (["LC_ALL": "id_ID", "LANG": "en_US"], .id),
    (["LC_ALL": "", "LC_MESSAGES": "id_ID", "LANG": "en_US"], .id),
    (["LC_MESSAGES": "en_US", "LANG": "id_ID"], .en),
    (["LANGUAGE": "id", "LANG": "en_US.UTF-8"], .id),
    (["LANGUAGE": "de:id:en", "LANG": "en_US.UTF-8"], .id),
    (["LANGUAGE": "de:fr", "LANG": "id_ID"], .id),
    (["LANGUAGE": "id", "LANG": "C"], .en),
    (["LANGUAGE": "id", "LC_ALL": "POSIX", "LANG": "id_ID"], .en),
    (["LANGUAGE": "id", "LC_ALL": "C.UTF-8"], .en),
    (["LANGUAGE": ":id:", "LANG": "en_US"], .id),
    (["LANGUAGE": "id"], .id),
  ]

  @Test("the environment is read as gettext reads it", arguments: table.indices)
  func environment(row: Int) {
    let (environment, expected) = Self.table[row]
    #expect(Language.preferred(environment: environment) == expected, "\(environment)")
  }

  @Test("a language that was asked for goes before the environment")
  func requested() {
    #expect(Language.preferred(requested: .id, environment: ["LC_ALL": "en_US"]) == .id)
  }
}
