import Foundation
import Testing

/// A line of the shell in which $ALIH is the built command, in a folder of its own.
struct ShellLine {
  let status: Int32
  let output: String
  let error: String

  init(_ line: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "LANG": "C", "XDG_STATE_HOME": folder.appending(path: "state").path,
      "ALIH": URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "alih").path,
    ]
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    process.standardInput = FileHandle.nullDevice
    try process.run()
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.error = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// Whether all that was said is one line on standard error, with these words in it.
  func complains(_ words: String) -> Bool {
    error.hasSuffix("\n") && error.count { $0 == "\n" } == 1 && error.contains(words)
  }
}

@Suite("What is printed")
struct StreamTests {
  private let folder: TrialFolder
  init() throws { folder = try TrialFolder() }

  @Test(
    "a full device is said in one line, and the status is not zero",
    arguments: [
      "lessons", "--help", "--version", "exercise", "exercise mmd", "hint mmd", "solution mmd --yes", "glossary",
      "progress", "networks", "networks info mini-vgg", "networks export mini-vgg", "check", "doctor", "quiz domains",
      "menagerie sheet --count 1 --size 32 --output sheet.png", "menagerie write pictures --count 2", "",
    ])
  func fullDevice(arguments: String) throws {
    let result = try ShellLine("\"$ALIH\" \(arguments) >/dev/full", in: folder.url)
    #expect(result.status == 1)
    #expect(result.complains("alih: standard output can't be written: no space left on device"), "\(result.error)")
    let other = try ShellLine("\"$ALIH\" \(arguments) --language id >/dev/full", in: folder.url)
    #expect(other.status != 0 && other.error.contains("keluaran standar tidak bisa ditulis") || arguments.contains("-"))
  }

  @Test("work goes on where printing fails, so that no file is lost")
  func filesAreKept() throws {
    let result = try ShellLine(
      "\"$ALIH\" menagerie sheet --count 1 --size 32 --output sheet.png >/dev/full; ls", in: folder.url)
    #expect(result.output.contains("sheet.png"))
  }

  @Test("a full device behind standard error changes neither the status nor what is printed")
  func fullError() throws {
    let wrong = try ShellLine("\"$ALIH\" nonsense 2>/dev/full", in: folder.url)
    #expect(wrong.status == 64 && wrong.output.isEmpty)
    #expect(try ShellLine("\"$ALIH\" lessons 2>/dev/full", in: folder.url).status == 0)
  }

  @Test(
    "a pipe that nobody reads any more ends the command quietly, whatever became of the signal", arguments: ["-", "''"])
  func closedPipe(action: String) throws {
    // The reader is gone before the first line is written: it opens the pipe, and ends.
    let result = try ShellLine(
      "mkfifo p; : <p & exec 3>p; wait; trap \(action) PIPE; \"$ALIH\" glossary >&3; echo $?", in: folder.url)
    #expect(result.error.isEmpty && result.output == "141\n", "\(result.output) \(result.error)")
  }

  @Test("a closed standard output is said, too")
  func closedOutput() throws {
    let result = try ShellLine("\"$ALIH\" lessons >&-", in: folder.url)
    #expect(result.status == 1 && result.complains("standard output can't be written"))
  }

  @Test("a file that is cut short while it is read ends the command with one line")
  func cutShort() throws {
    // The signal that the system sends then, sent while the command waits for an answer.
    let line =
      "mkfifo p; \"$ALIH\" solution mmd %@ <p >out & exec 3>p; until [ -s out ]; do :; done; kill -BUS $!; wait $!"
    let result = try ShellLine(line.replacing("%@", with: ""), in: folder.url)
    #expect(result.status == 1 && result.complains("alih: a file was cut short"), "\(result.status) \(result.error)")
    let other = try TrialFolder()
    let indonesian = try ShellLine(line.replacing("%@", with: "--language id"), in: other.url)
    #expect(indonesian.status == 1 && indonesian.complains("alih: berkas terpotong"), "\(indonesian.error)")
  }
}
