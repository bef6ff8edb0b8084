import Foundation
import Testing

/// The built command, run within limits: ten seconds and 512 MB.
struct BuiltCommand {
  /// What came of it.
  enum Outcome: Equatable {
    case ended(status: Int32)
    /// A signal ended it: a trap, a crash, or too little memory.
    case crashed(signal: Int32)
    case hung
  }

  let outcome: Outcome
  /// What it wrote on standard output.
  let output: Data
  /// What it wrote on standard error.
  let error: String

  static let program =
    ProcessInfo.processInfo.environment["ALIH_CAMPAIGN_PROGRAM"].map { URL(filePath: $0) }
    ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "alih")

  /// Runs the command in a folder, whose `state` keeps progress, for at most `seconds`.
  init(_ arguments: [String], in folder: URL, seconds: Double = 10) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "ulimit -d 524288; exec \"$0\" \"$@\"", Self.program.path] + arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "LANG": "C", "XDG_STATE_HOME": folder.appending(path: "state").path,
    ]
    process.currentDirectoryURL = folder
    let files = ["output", "error"].map { folder.appending(path: "\($0)-\(UUID().uuidString)") }
    for file in files { try Data().write(to: file) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let isLate = ended.wait(timeout: .now() + seconds) == .timedOut
    if isLate {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    output = try Data(contentsOf: files[0])
    error = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    outcome =
      if isLate { .hung } else if process.terminationReason == .uncaughtSignal {
        .crashed(signal: process.terminationStatus)
      } else { .ended(status: process.terminationStatus) }
  }

  /// Whether it ended as it should, whatever it was given: with an answer, or with lines of its own on standard error and a status
  /// that says so; never with a control character of the file's.
  var isOrderly: Bool {
    guard case .ended(let status) = outcome else { return false }
    let lines = error.split(separator: "\n")
    return (status == 0 || !lines.isEmpty) && lines.allSatisfy { $0.hasPrefix("alih: ") && $0.utf8.count < 5_000 }
      && !error.unicodeScalars.contains { $0 != "\n" && ($0.value < 32 || $0.value == 127 || $0.value == 0x202E) }
  }
}
