import Foundation
import Testing

@testable import Notebook

@Suite("Names in the source of a cell") struct SourceNamesTests {
  private typealias Pattern = SourceNames.Pattern

  @Test("values, figures, claims and terms are the literals that calls of the page begin with")
  func literals() {
    let names = SourceNames(
      #"""
      page.measure("a", 1)  // page.measure("comment", 1)
      page.measure(
        "b.c", values: x, as: .percent)
      page.claim("d", gain, .atLeast(0))
      try page.figure("e", chart)
      try page.film("f", still: g, duration: 1) { _ in [] }
      let label = page.term("h", ["count": "2"])
      for way in page.progress("i", over: ways) {}
      chart(term: "j", terms: ["k", "l"])
      other.measure("no", 1)
      let text = "page.measure(\"no\", 1)"
      """#)
    #expect(names.values.compactMap(\.name).sorted() == ["a", "b.c", "claim.d", "claim.d.interval"])
    #expect(names.claims.compactMap(\.name) == ["d"] && names.figures.compactMap(\.name).sorted() == ["e", "f"])
    #expect(names.terms.compactMap(\.name).sorted() == ["h", "i", "j", "k", "l"])
  }

  @Test("what is interpolated is the name of a key, or of several with dots between")
  func interpolation() {
    let names = SourceNames(#"page.measure("gap.\(size)", 1)"#)
    #expect(names.values == [Pattern(texts: ["gap.", ""])] && names.values.compactMap(\.name) == [])
    let pattern = Pattern(texts: ["gap.", ".end"])
    let keys: Set = ["5", "50", "head-first"]
    for name in ["gap.5.end", "gap.50.end", "gap.head-first.50.end"] { #expect(pattern.matches(name, keys: keys)) }
    for name in ["gap.end", "gap..end", "gap.51.end", "gap.5.end.5", "gap.5", "ga.5.end", "gap.5.", "gap.550.end"] {
      #expect(!pattern.matches(name, keys: keys), "\(name)")
    }
    #expect(!pattern.matches("gap.5.end", keys: []))
  }

  @Test(
    "strings within an interpolation are no part of the name",
    arguments: [
      #"page.measure("a.\(f(")"))b", 1)"#, #"page.measure("a.\(f("x\(y)z"))b", 1)"#,
      #"page.measure("a.\(f("x\(g(")\(h)"))z", "w"))b", 1)"#, #"page.measure("a.\(y)b", "c\(d)")"#,
    ])
  func nested(source: String) {
    #expect(SourceNames(source).values == [Pattern(texts: ["a.", "b"])])
  }

  @Test("a name that is no literal may be any key; a report's name stands behind the key")
  func variables() {
    let any = SourceNames("page.measure(name, 1)").values
    #expect(any.allSatisfy { $0.matches("fast", keys: ["fast"]) && $0.matches("fast.5", keys: ["fast", "5"]) })
    #expect(any.count == 1 && any.allSatisfy { !$0.matches("other", keys: ["fast"]) })
    let report = SourceNames(#"page.report("end", of: study, as: .percent)"#).values
    #expect(
      report == [Pattern(texts: ["", ".end"])] && report.allSatisfy { $0.matches("fast.5.end", keys: ["fast", "5"]) })
    #expect(SourceNames("page.report(of: study, as: .percent)").values == [Pattern(texts: ["", ""])])
    #expect(SourceNames("page.claim(name, x, .atLeast(0))").claims == [])
  }

  @Test("the sources of a lesson are the Swift files in its folder but those of the exercises")
  func files() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    for name in ["ToyExercises", "ToySolutions", "ToyWorkbook", "ToyExerciseTests", "ToyGraderTests", "Helpers"] {
      try "// cell: \(name)\nfunc f() {}".write(
        to: toy.folder.appending(path: "\(name).swift"), atomically: true, encoding: .utf8)
    }
    let source = try toy.lesson.sources()
    #expect(source.files.map(\.name) == ["Helpers.swift", "Toy.swift"])
    #expect(source.cells == ["Helpers", "measure", "draw"])
    #expect(try source.names(inCell: "draw").figures.compactMap(\.name) == ["grey"])
    #expect(source.mentions("accuracy") && !source.mentions("accurac"))
    let error = #expect(throws: NotebookError.self) { try source.source(ofCell: "none") }
    #expect(error?.description == "Helpers.swift, Toy.swift: cell none: there is no line // cell: none")
    try "// cell: draw\nfunc f() {}".write(
      to: toy.folder.appending(path: "More.swift"), atomically: true, encoding: .utf8)
    let twice = #expect(throws: NotebookError.self) { try toy.lesson.sources().source(ofCell: "draw") }
    #expect(twice?.description == "More.swift, Toy.swift: cell draw: the line // cell: draw is in two files")
  }
}
