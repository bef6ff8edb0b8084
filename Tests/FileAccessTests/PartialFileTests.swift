import FileAccess
import Foundation
import Testing

@Suite("Files that are replaced")
struct PartialFileTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func write(_ text: String, to url: URL) -> FileProblem.Reason? {
    do throws(FileProblem) {
      try Data(text.utf8).replaceFile(at: url)
      return nil
    } catch {
      #expect(error.url == url && !error.english.contains("\n") && !error.indonesian.contains("\n"))
      return error.reason
    }
  }

  @Test("a new file is written whole, and an old one replaced, with its permissions")
  func replaced() throws {
    let place = scratch.place("a.txt")
    #expect(write("one", to: place) == nil)
    #expect(chmod(place.path, 0o640) == 0)
    #expect(write("two", to: place) == nil)
    #expect(try scratch.text("a.txt") == "two" && scratch.names == ["a.txt"])
    #expect(FileKind(place) == .file(mode: 0o640))
  }

  @Test("a pipe, a socket, a folder and a device stay what they are")
  func kinds() throws {
    let folder = scratch.place("folder")
    try Folder.make(folder)
    var places = [try scratch.pipe("pipe"), try scratch.socket("socket"), folder]
    // Only who may make devices can try it.
    if let device = scratch.device("device") { places.append(device) }
    for place in places {
      let kind = try #require(FileKind(place))
      #expect(write("text", to: place) == .kind(kind))
      #expect(FileKind(place) == kind)
      let link = scratch.place("link")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: place)
      #expect(write("text", to: link) == .kind(kind) && FileKind(place) == kind)
      try FileManager.default.removeItem(at: link)
    }
    #expect(try scratch.names == places.map(\.lastPathComponent).sorted())
  }

  @Test("a link stays, and what it names is replaced or made")
  func links() throws {
    let files = FileManager.default
    try Folder.make(scratch.place("far"))
    _ = try scratch.file("far/old.txt", "old")
    for (link, target) in [("a", "far/old.txt"), ("b", scratch.place("a").path), ("c", "far/new.txt")] {
      try files.createSymbolicLink(atPath: scratch.place(link).path, withDestinationPath: target)
    }
    #expect(write("one", to: scratch.place("b")) == nil && write("two", to: scratch.place("c")) == nil)
    #expect(try scratch.text("far/old.txt") == "one" && scratch.text("far/new.txt") == "two")
    #expect(try files.destinationOfSymbolicLink(atPath: scratch.place("c").path) == "far/new.txt")
    #expect(try scratch.names == ["a", "b", "c", "far"])
    try files.createSymbolicLink(atPath: scratch.place("d").path, withDestinationPath: "d")
    #expect(write("three", to: scratch.place("d")) == .system(ELOOP))
    try files.createSymbolicLink(atPath: scratch.place("e").path, withDestinationPath: "none/file")
    #expect(write("four", to: scratch.place("e")) == .noFolder(scratch.place("none").path))
  }

  @Test("what cannot be written leaves nothing behind, and what was there stays")
  func failures() throws {
    _ = try scratch.file("a.txt", "old")
    do {
      let partial = try PartialFile(for: scratch.place("a.txt"))
      try Data("new".utf8).withUnsafeBytes { try partial.write($0) }
      #expect(try scratch.names.count == 2)
    }
    #expect(try scratch.names == ["a.txt"] && scratch.text("a.txt") == "old")
    #expect(write("x", to: scratch.place("none/a.txt")) == .noFolder(scratch.place("none").path))
    #expect(write("x", to: scratch.place("a.txt/b")) == .noFolder(scratch.place("a.txt").path))
    #expect(write("x", to: scratch.place(String(repeating: "é", count: 127))) == nil)
    #expect(write("x", to: scratch.place(String(repeating: "é", count: 128))) == .system(ENAMETOOLONG))
    guard geteuid() != 0 else { return }
    #expect(chmod(scratch.place("a.txt").path, 0o444) == 0)
    #expect(write("x", to: scratch.place("a.txt")) == .writeProtected)
  }

  @Test("files are removed, and links; folders stay")
  func removal() throws {
    Folder.removeFile(try scratch.file("a", "x"))
    let folder = scratch.place("folder")
    try Folder.make(folder.appending(path: "in/it"))
    Folder.removeFile(folder)
    try FileManager.default.createSymbolicLink(at: scratch.place("link"), withDestinationURL: folder)
    Folder.removeFile(scratch.place("link"))
    #expect(try scratch.names == ["folder"] && FileKind(folder.appending(path: "in/it")) == .folder)
    let file = try scratch.file("file", "x")
    let problem = #expect(throws: FileProblem.self) { try Folder.make(file.appending(path: "deeper")) }
    #expect(problem?.reason == .system(ENOTDIR) && problem?.url.path == file.path)
  }
}
