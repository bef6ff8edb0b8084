import Foundation
import Testing

@testable import Notebook

@Suite("Notebook for Jupyter")
struct NotebookReportTests {
  private struct Document: Decodable {
    struct Cell: Decodable {
      struct Output: Decodable {
        let data: [String: Text]
      }
      let cellType, id: String
      let source: [String]
      let outputs: [Output]?
      let attachments: [String: [String: String]]?

      enum CodingKeys: String, CodingKey {
        case cellType = "cell_type"
        case id, source, outputs, attachments
      }
    }
    /// A text, or its lines.
    enum Text: Decodable, Equatable {
      case whole(String)
      case lines([String])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
          self = .whole(text)
        } else {
          self = .lines(try container.decode([String].self))
        }
      }
    }
    let nbformat, minor: Int
    let cells: [Cell]

    enum CodingKeys: String, CodingKey {
      case nbformat, cells
      case minor = "nbformat_minor"
    }
  }

  private func document(_ toy: ToyLesson) throws -> (Document, URL) {
    let folder = try toy.run().result.folder
    return (
      try JSONDecoder().decode(Document.self, from: Data(contentsOf: folder.appending(path: "report.ipynb"))), folder
    )
  }

  @Test(
    "it is nbformat 4.5: cells with ids of their own, sources by line, figures as outputs of the cells that drew them")
  func cells() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let (notebook, folder) = try document(toy)
    #expect(notebook.nbformat == 4 && notebook.minor == 5)
    #expect(Set(notebook.cells.map(\.id)).count == notebook.cells.count)
    #expect(notebook.cells.allSatisfy { $0.id.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
    #expect(notebook.cells[0].source.joined().contains("`alih run toy --language en --seed 1`"))
    let code = notebook.cells.filter { $0.cellType == "code" }
    #expect(code.map(\.id) == ["cell-measure", "cell-draw"])
    #expect(code[0].source.first == "func measure(_ page: Page) throws {\n" && code[0].source.last == "}")
    let png = try Data(contentsOf: folder.appending(path: "grey.png")).base64EncodedString()
    #expect(code[1].outputs?.first?.data["image/png"] == .whole(png))
    #expect(code[1].outputs?.last?.data["text/markdown"] == .lines(["**Figure 1. Grey.** Every pixel is alike."]))
    #expect(notebook.cells.contains { $0.source.joined().contains("| ✓\u{A0}holds | High \\| sure |") })
  }

  @Test("a figure that stands elsewhere than below its cell is part of a text")
  func attachment() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    for language in Language.allCases {
      let text = ToyLesson.text(language).replacing("<!-- cell: draw -->\n", with: "<!-- cell: draw -->\n\nWords.\n\n")
      try text.write(
        to: toy.folder.appending(path: "lesson.\(language.rawValue).md"), atomically: true, encoding: .utf8)
    }
    let (notebook, folder) = try document(toy)
    let png = try Data(contentsOf: folder.appending(path: "grey.png")).base64EncodedString()
    let cell = try #require(notebook.cells.first { $0.attachments != nil })
    #expect(cell.attachments == ["grey.png": ["image/png": png]])
    #expect(cell.source.first == "![Grey at 83.5\u{A0}% \\[sure\\]](attachment:grey.png)\n")
  }
}
