import Foundation

/// The Swift files in a lesson's folder: the sources of its cells, and what they name.
package struct LessonSource: Sendable {
  /// The name of each file with its text, in the order of their names.
  let files: [(name: String, text: String)]

  /// Reads the files of a folder, without those of the exercises.
  init(in folder: URL) throws(NotebookError) {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let names = all.filter { name in
      name.hasSuffix(".swift")
        && !["Exercises", "Solutions", "Workbook", "Tests"].contains { name.hasSuffix("\($0).swift") }
    }
    var files: [(String, String)] = []
    for name in names.sorted() { files.append((name, try readText(folder.appending(path: name)))) }
    self.files = files
  }

  /// The ids of all cells that have a line `// cell: ID`, in the order of the files.
  var cells: [String] {
    files.flatMap { file in
      file.text.split(separator: "\n").compactMap { CellSource.marker($0) }
    }
  }

  /// The source of a cell as the reader sees it.
  package func source(ofCell id: String) throws(NotebookError) -> String {
    let holding = files.filter { file in file.text.split(separator: "\n").contains { CellSource.marker($0) == id } }
    guard holding.count < 2, let file = holding.first else {
      let names = (holding.isEmpty ? files : holding).map(\.name).joined(separator: ", ")
      throw .missingCellSource(
        id, in: names,
        because: holding.isEmpty
          ? Phrase(en: "there is no line // cell: \(id)", id: "tidak ada baris // cell: \(id)")
          : Phrase(en: "the line // cell: \(id) is in two files", id: "baris // cell: \(id) ada di dua berkas"))
    }
    return try CellSource(file: file.name, text: file.text).declaration(ofCell: id)
  }

  /// What a cell's own source names.
  func names(inCell id: String) throws(NotebookError) -> SourceNames { SourceNames(try source(ofCell: id)) }

  /// What all files name.
  var names: SourceNames { SourceNames(files.map(\.text).joined(separator: "\n")) }
}
