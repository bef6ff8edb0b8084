import Foundation
import Imaging
import Testing

@Suite("Pictures that are refused")
struct BadPictureTests {
  private func reason(_ body: () throws -> some Any) -> ImagingError.Reason? {
    do {
      _ = try body()
      return nil
    } catch let error as ImagingError {
      #expect(!error.description.contains("\n"))
      return error.reason
    } catch {
      return nil
    }
  }

  private func isDamaged(_ bytes: [UInt8]) -> Bool {
    guard case .damaged? = reason({ try Image(decoding: bytes) }) else { return false }
    return true
  }

  @Test("a file that does not exist is named")
  func missing() {
    let url = URL(fileURLWithPath: "/nowhere/cat.png")
    #expect(reason { try Image(contentsOf: url) } == .missing)
    #expect(ImagingError(.missing, name: url.path).description.hasPrefix("/nowhere/cat.png: "))
  }

  @Test("a folder is not a picture")
  func folder() throws {
    try withFolder { folder in #expect(reason { try Image(contentsOf: folder) } == .folder) }
  }

  @Test("a device is not read")
  func device() {
    guard case .notAFile? = reason({ try Image(contentsOf: URL(fileURLWithPath: "/dev/zero")) }) else {
      Issue.record("/dev/zero was not refused as a device")
      return
    }
  }

  @Test("an empty file is refused")
  func empty() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("empty.png")
      try Data().write(to: url)
      #expect(reason { try Image(contentsOf: url) } == .empty)
    }
  }

  @Test("a text called .jpg is refused")
  func textFile() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("cat.jpg")
      try Data("not a cat\n".utf8).write(to: url)
      #expect(reason { try Image(contentsOf: url) } == .notAPicture)
    }
  }

  @Test("a file over the limit is refused before it is read")
  func vastFile() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("vast.png")
      #expect(FileManager.default.createFile(atPath: url.path, contents: nil))
      let file = try FileHandle(forWritingTo: url)
      try file.truncate(atOffset: 300 * 1_048_576)
      try file.close()
      #expect(
        reason { try Image(contentsOf: url) } == .fileTooLarge(bytes: 300 * 1_048_576, limit: 256 * 1_048_576))
    }
  }

  @Test("a PNG header that promises 60000x60000 pixels is refused")
  func vastPNG() {
    #expect(
      reason { try Image(decoding: PictureFixtures.vastHeader) } == .tooManyPixels(width: 60000, height: 60000))
  }

  @Test("a JPEG header that promises 65000x65000 pixels is refused")
  func vastJPEG() throws {
    var bytes = PictureFixtures.turnedJPEG
    let frame = try #require(bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
    bytes.replaceSubrange(frame + 5..<frame + 9, with: [0xFD, 0xE8, 0xFD, 0xE8])
    #expect(reason { try Image(decoding: bytes) } == .tooManyPixels(width: 65000, height: 65000))
  }

  @Test("a JPEG that ends anywhere before its end is refused")
  func truncatedJPEG() {
    for bytes in [PictureFixtures.jpeg, PictureFixtures.turnedJPEG] {
      for count in stride(from: 3, to: bytes.count, by: 7) {
        #expect(isDamaged(Array(bytes.prefix(count))), "\(count) of \(bytes.count) bytes")
      }
    }
  }

  @Test("a PNG that ends anywhere before its end is refused")
  func truncatedPNG() {
    for bytes in [PictureFixtures.interlaced, PictureFixtures.deepGrey] {
      for count in 8..<bytes.count {
        #expect(isDamaged(Array(bytes.prefix(count))), "\(count) of \(bytes.count) bytes")
      }
    }
  }

  @Test("a PNG with a bit changed anywhere is refused")
  func changedBytes() {
    let bytes = PictureFixtures.interlaced
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x10
      #expect(reason { try Image(decoding: changed) } != nil, "byte \(index)")
    }
  }

  @Test("a JPEG with any byte changed is refused or decoded, never a trap")
  func changedJPEG() {
    let bytes = PictureFixtures.turnedJPEG
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0xFF
      _ = reason { try Image(decoding: changed) }
    }
    #expect(reason { try Image(decoding: bytes) } == nil)
  }
}

/// Runs `body` with a fresh folder, which is removed afterwards.
func withFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}
