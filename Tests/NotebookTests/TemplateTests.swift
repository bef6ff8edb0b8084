import Testing

@testable import Notebook

@Suite("Values in prose")
struct TemplateTests {
  let values = [
    "sweep.accuracy": MeasuredValue(name: "sweep.accuracy", cell: "sweep", quantity: .number(0.835), format: .percent),
    "sweep.best": MeasuredValue(
      name: "sweep.best", cell: "sweep", quantity: .text(Phrase(en: "goat", id: "kambing")), format: .number),
  ]

  private func fill(_ text: String, _ language: Language) throws(NotebookError) -> String {
    try Template(text).filled(with: values, in: language) { "text:\($0 + 1)" }
  }

  @Test("names are replaced by values as the language writes them")
  func filling() throws {
    let text = "{{sweep.accuracy}} of {{ sweep.best }}s, {{sweep.accuracy|percent:0}}."
    #expect(try fill(text, .en) == "83.5\u{A0}% of goats, 84\u{A0}%.")
    #expect(try fill(text, .id) == "83,5% of kambings, 84%.")
  }

  @Test(
    "text without names, or with braces that aren't closed, stays as it is", arguments: ["", "a { b } c", "a {{ b"])
  func unchanged(text: String) throws {
    #expect(try fill(text, .en) == text)
  }

  @Test("a name that doesn't exist is refused with its line and the nearest name")
  func unknownName() {
    let error = #expect(throws: NotebookError.self) { try fill("one\ntwo {{sweep.acuracy}}", .en) }
    let line = "text:2: no value named sweep.acuracy has been measured by here; the nearest name is sweep.accuracy"
    #expect(error?.description == line)
    #expect(error?.message.id.contains("nama terdekat: sweep.accuracy") == true)
  }

  @Test("a format that doesn't exist is refused with its line")
  func unknownFormat() {
    let error = #expect(throws: NotebookError.self) { try fill("{{sweep.accuracy|percents}}", .id) }
    #expect(error?.description.hasPrefix("text:1: no format is named percents") == true)
  }
}
