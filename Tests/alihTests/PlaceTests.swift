import Foundation
import Imaging
import Testing

@Suite("Where files are written to and read from")
struct PlaceTests {
  private let folder: TrialFolder
  init() throws {
    folder = try TrialFolder()
    _ = try folder.file("data/cat/a.png", [UInt8](Image(width: 8, height: 8, filledWith: 0.5).pngData()))
    _ = try folder.file("progress.txt", Array("run domains 2026-11-21\n".utf8))
  }

  private static let writers = [
    "progress export X", "menagerie sheet --count 1 --size 32 --output X",
    "menagerie show --class cat --size 32 --output X",
  ]
  private static let netWriters = [
    "networks export mini-vgg --onnx X",
    "networks export mini-vgg --output X",
    "train --data data --strategy head --output X",
  ]

  /// What is under a name, as `stat` says it.
  private func kind(_ name: String) throws -> String {
    try ShellLine("stat -c %F '\(name)'", in: folder.url).output
  }

  @Test("only an ordinary file or nothing is replaced", arguments: writers + netWriters)
  func kinds(writer: String) throws {
    let name = writer.contains("--onnx") ? "x.onnx" : Self.netWriters.contains(writer) ? "x.safetensors" : "x.png"
    func attempt(_ make: String, _ words: String) throws {
      let made = try ShellLine("rm -rf \(name); \(make.replacing("X", with: name))", in: folder.url)
      // Who may not make devices cannot lose one.
      if make.hasPrefix("mknod"), made.status != 0 { return }
      let before = try kind(name)
      let line = "\"$ALIH\" " + writer.replacing("X", with: name)
      let result = try ShellLine("timeout 60 \(line)", in: folder.url)
      #expect(result.status != 0 && result.status < 124 && result.complains(words), "\(make): \(result.error)")
      #expect(try kind(name) == before && result.output.isEmpty)
    }
    try attempt("mkfifo X", "it is a pipe, not a file")
    // A device of our own with the numbers of the one that swallows everything.
    try attempt("mknod X c 1 3", "it is a device, not a file")
    try attempt("mkdir X", "it is a folder")
    try attempt("mkfifo p; ln -s p X", "it is a pipe, not a file")
  }

  @Test("a link stays, and what it names is replaced with its permissions", arguments: writers)
  func links(writer: String) throws {
    let line = "\"$ALIH\" " + writer.replacing("X", with: "link")
    let result = try ShellLine(
      "mkdir far; echo old >far/file; chmod 600 far/file; ln -s far/file link; \(line) && stat -c '%F %a' link far/file; ls -A far",
      in: folder.url)
    #expect(result.output.hasSuffix("symbolic link 777\nregular file 600\nfile\n"), "\(result.output) \(result.error)")
  }

  @Test(
    "a file-size limit is said in one line, and nothing is left in part",
    arguments: [
      "menagerie sheet --output out/sheet.png", "networks export mini-vgg --output out/a.safetensors",
      "ideal --class cat --steps 1 --output out", "features data/cat/a.png --output out",
    ])
  func sizeLimit(arguments: String) throws {
    let result = try ShellLine(
      "mkdir out; ulimit -f 2; \"$ALIH\" \(arguments); status=$?; ls -A out; exit $status", in: folder.url)
    #expect(result.status == 1 && result.complains("file too large"), "\(result.status) \(result.error)")
    #expect(!result.output.contains("partial") && !result.output.contains("safetensors"))
  }

  @Test(
    "pipes are refused at once wherever a file is read",
    arguments: [
      "predict pipe", "predict data/cat/a.png --network ./pipe", "predict data/cat/a.png --class-names pipe",
      "progress import pipe", "features pipe", "attack pipe", "networks info ./pipe",
      "run pretrained-networks --image pipe",
    ])
  func pipes(arguments: String) throws {
    let result = try ShellLine("mkfifo pipe; timeout 60 \"$ALIH\" \(arguments)", in: folder.url)
    #expect(result.status != 0 && result.status < 124 && result.error.contains("pipe, not a file"), "\(result.error)")
    #expect(result.error.count { $0 == "\n" } == 1)
  }

  @Test("a pipe beside a network or in place of the progress file holds nothing up")
  func pipesBeside() throws {
    let result = try ShellLine(
      """
      mkdir -p state/alih net; mkfifo state/alih/progress net/config.json
      "$ALIH" networks export mini-vgg --output net/a.safetensors >a.py
      timeout 60 "$ALIH" networks info net/a.safetensors >info && timeout 60 "$ALIH" hint mmd
      """, in: folder.url)
    #expect(result.status == 0 && result.output.contains("Hint 1 of 3") && result.error.contains("it is a pipe"))
  }
}
