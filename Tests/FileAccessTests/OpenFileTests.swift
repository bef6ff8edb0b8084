import FileAccess
import Foundation
import Testing

@Suite("Files that are read")
struct OpenFileTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func reason(_ url: URL, limit: Int = .max) -> FileProblem.Reason? {
    do throws(FileProblem) {
      _ = try Data(ofFile: url, limit: limit)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test(
    "an ordinary file is read whole, through links too, up to the limit", arguments: [0, 1, 65_535, 65_536, 200_000])
  func whole(count: Int) throws {
    let bytes = Data((0..<count).map { UInt8(truncatingIfNeeded: $0) })
    try bytes.write(to: scratch.place("file"))
    try FileManager.default.createSymbolicLink(at: scratch.place("link"), withDestinationURL: scratch.place("file"))
    #expect(try Data(ofFile: scratch.place("link"), limit: count) == bytes)
    #expect(count == 0 || reason(scratch.place("file"), limit: count - 1) == .tooLarge(limit: count - 1))
  }

  @Test("a pipe, a socket, a folder and a device are refused at once, though nobody writes into them")
  func kinds() throws {
    #expect(reason(try scratch.pipe("pipe")) == .kind(.pipe))
    #expect(reason(try scratch.socket("socket")) == .kind(.socket))
    #expect(reason(scratch.url) == .kind(.folder))
    #expect(reason(URL(filePath: "/dev/zero")) == .kind(.device))
    #expect(reason(scratch.place("none")) == .missing)
    #expect(reason(scratch.place("none/deeper")) == .missing)
  }

  @Test("a file that does not say how long it is, is read")
  func unknownLength() throws {
    #expect(try OpenFile(URL(filePath: "/proc/self/status")).size == 0)
    #expect(try Data(ofFile: URL(filePath: "/proc/self/status")).starts(with: Data("Name:".utf8)))
  }
}
