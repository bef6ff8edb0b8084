import Foundation
import Synchronization

/// A program that has been run to its end, and what it said.
struct FinishedProcess {
  /// How a process ends.
  enum Ending: Hashable {
    case status(Int32)
    case signal(Int32)
  }

  /// The last that it wrote on standard output and on standard error, at most 256 kB of each.
  let output, errors: String
  let ending: Ending

  /// Runs a program with nothing on its standard input, and waits for it.
  init(_ program: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    // A crash shall end at once, without the search for its place that Swift would make.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      .merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let tail = Tail(of: errors.fileHandleForReading)
    self.output = Tail.read(output.fileHandleForReading)
    self.errors = tail.wait()
    process.waitUntilExit()
    let status = process.terminationStatus
    ending = process.terminationReason == .uncaughtSignal ? .signal(status) : .status(status)
  }
}

/// Reads a pipe beside what else is done, and keeps the end of what comes.
private final class Tail: Sendable {
  private static let most = 1 << 18
  private let text = Mutex("")
  private let isDone = DispatchSemaphore(value: 0)

  init(of handle: FileHandle) {
    let descriptor = handle.fileDescriptor
    Thread.detachNewThread { [self] in
      let read = Tail.read(FileHandle(fileDescriptor: descriptor))
      text.withLock { $0 = read }
      isDone.signal()
    }
  }

  /// Waits for the end of the pipe.
  func wait() -> String {
    isDone.wait()
    return text.withLock { $0 }
  }

  /// The end of what comes out of a handle.
  static func read(_ handle: FileHandle) -> String {
    var kept = Data()
    while let data = try? handle.read(upToCount: 1 << 16), !data.isEmpty {
      kept.append(data)
      if kept.count > 2 * most { kept = Data(kept.suffix(most)) }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
