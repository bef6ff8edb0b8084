import Foundation
import Testing

@testable import Notebook

@Suite("Source of a cell")
struct CellSourceTests {
  private func source(_ text: String, _ id: String = "a") throws(NotebookError) -> String {
    try CellSource(file: "Toy.swift", text: text).declaration(ofCell: id)
  }

  @Test("a declaration ends at its matching brace and moves to the left margin")
  func nestedBraces() throws {
    let text = """
      final class Cells {
        // cell: a
        func a() {
          if true { run { } }

          done()
        }
        func b() {}
      }
      """
    #expect(try source(text) == "func a() {\n  if true { run { } }\n\n  done()\n}")
  }

  static let tricky = [
    #"func a() { print("}") }"#,
    #"func a() { print("\"}") }"#,
    #"func a() { print("\(b.map { "}\($0)" })}") }"#,
    ##"func a() { print(#"}\"#) }"##,
    ##"func a() { print(#"\#(b { 1 }) \("#) }"##,
    "func a() { // }\n}",
    "func a() { /* } /* } */ } */ }",
    "func a() { print(\"\"\"\n  } \"quoted\" }\n  \"\"\") }",
    "@available(*, unavailable)\nfunc a() throws -> [String: Int] { [:] }",
  ]

  @Test("braces in strings, comments and interpolations don't count", arguments: tricky)
  func bracesThatDoNotCount(declaration: String) throws {
    #expect(try source("// cell: a\n\(declaration)\nfunc b() { }\n") == declaration)
  }

  static let wrong: [(text: String, expected: String)] = [
    ("func a() {}", "there is no line // cell: a"),
    ("// cell: ab\nfunc a() {}", "there is no line // cell: a"),
    ("// cell: a\nfunc a() {", "no declaration with matching braces"),
    ("// cell: a\nlet a = 1\n// cell: b\nfunc b() {}", "no declaration with matching braces"),
    ("// cell: a\n}\nfunc a() {}", "no declaration with matching braces"),
    ("// cell: a\nfunc a() {}\n// cell: a\nfunc b() {}", "is there twice"),
  ]

  @Test("a marker that is missing, repeated or without a body is refused with one line", arguments: wrong.indices)
  func refused(row: Int) {
    let error = #expect(throws: NotebookError.self) { try source(Self.wrong[row].text) }
    #expect(error?.description.contains("Toy.swift: cell a: ") == true)
    #expect(error?.description.contains(Self.wrong[row].expected) == true)
  }

  @Test("words, numbers, strings and comments are told apart")
  func kinds() {
    let tokens = SwiftLexer.tokens(of: "for i in 0..<3 { Tensor(1.5e3, \"s\") } // end")
    let kinds = tokens.filter { ![.other, .openBrace, .closeBrace].contains($0.kind) }
    let expected: [(String, SwiftToken.Kind)] = [
      ("for", .keyword), ("i", .name), ("in", .keyword), ("0", .number), ("3", .number), ("Tensor", .type),
      ("1.5e3", .number), ("\"s\"", .string), ("// end", .comment),
    ]
    #expect(kinds == expected.map { SwiftToken(kind: $0.1, text: $0.0) })
  }

  @Test("the tokens of any source are the source", arguments: tricky + ["\"open", "/* open", "\"\\(open", "#", "é漢{"])
  func lossless(source: String) {
    #expect(SwiftLexer.tokens(of: source).map(\.text).joined() == source)
  }
}
