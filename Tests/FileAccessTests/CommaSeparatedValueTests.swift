import Testing

@testable import FileAccess

struct CommaSeparatedValueTests {
  @Test(
    "commas, quotes and line breaks are quoted, and what a spreadsheet would compute stays text",
    arguments: [
      (["a", "b"], "a,b\n"), (["a,b", "c"], "\"a,b\",c\n"), (["say \"a\""], "\"say \"\"a\"\"\"\n"),
      (["a\r\nb"], "\"a\r\nb\"\n"), (["=1+1"], "'=1+1\n"), (["-0.5", "+1", "-a"], "-0.5,+1,'-a\n"), (["", ""], ",\n"),
    ])
  func rows(fields: [String], row: String) { #expect(CommaSeparatedValues.row(fields) == row) }
}
