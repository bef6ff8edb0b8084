import Foundation

/// A program that has been run to its end, and what it said.
struct FinishedProcess {
  /// How a process ends.
  enum Ending: Hashable {
    case status(Int32)
    case signal(Int32)
    /// It did not end in the time that it had.
    case timedOut
  }

  /// The last that it wrote on standard output and on standard error, at most 256 kB of each.
  let output, errors: String
  let ending: Ending

  /// Runs a program with `input` (at most 4 kB) on its standard input, and waits for it, for `seconds` at most.
  ///
  /// It is over when the process itself has ended: one that it started, and that holds its output open, is not waited for.
  /// Where there is a limit the process is the head of a group, and all of the group end with it.
  init(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:], input: String = "",
    seconds: Double = .infinity
  ) throws {
    let (given, written, complained) = (try Channel(), try Channel(), try Channel())
    // Before it runs: the pipe holds this much, and nobody can have gone away.
    try FileHandle(fileDescriptor: given.entrance).write(contentsOf: Data(input.utf8))
    // A crash shall end at once, without the search for its place that Swift would make.
    let all = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      .merging(environment) { $1 }
    let process = try ChildProcess(
      program.path, arguments, environment: all, leadsGroup: seconds.isFinite,
      streams: [given.exit, written.entrance, complained.entrance])
    for channel in [given, written, complained] { channel.closeEntrance() }
    let end = ProcessInfo.processInfo.systemUptime + seconds
    var streams = Streams([written.exit, complained.exit])
    var hasEnded = false
    while ProcessInfo.processInfo.systemUptime < end {
      hasEnded = process.hasEnded
      // What a process that has ended wrote is there at once.
      if streams.read(waiting: hasEnded ? 0 : 0.02) == 0, hasEnded { break }
    }
    let status = process.end()
    (output, errors) = (streams.text(0), streams.text(1))
    ending =
      !hasEnded ? .timedOut : status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}

/// A pipe whose ends no process inherits unless they are given to it, and that are closed when it is gone.
private final class Channel {
  let exit, entrance: Int32
  private var isEntranceOpen = true

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (exit, entrance) = (ends[0], ends[1])
  }

  func closeEntrance() {
    if isEntranceOpen { close(entrance) }
    isEntranceOpen = false
  }

  deinit {
    closeEntrance()
    close(exit)
  }
}

/// Some pipes that are read side by side, and the end of what comes out of each.
private struct Streams {
  private static let most = 1 << 18
  private var descriptors: [pollfd]
  private var kept: [Data]
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(_ descriptors: [Int32]) {
    self.descriptors = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    kept = descriptors.map { _ in Data() }
  }

  /// Waits for so many seconds until there is something, reads it, and gives the number of bytes.
  mutating func read(waiting seconds: Double) -> Int {
    guard poll(&descriptors, nfds_t(descriptors.count), Int32(seconds * 1_000)) > 0 else { return 0 }
    var total = 0
    for place in descriptors.indices where descriptors[place].fd >= 0 && descriptors[place].revents != 0 {
      let count = Foundation.read(descriptors[place].fd, &buffer, buffer.count)
      guard count > 0 else {
        descriptors[place].fd = -1  // It is at its end; poll leaves negative numbers out, and waits all the same.
        continue
      }
      total += count
      kept[place].append(contentsOf: buffer[..<count])
      if kept[place].count > 2 * Self.most { kept[place] = Data(kept[place].suffix(Self.most)) }
    }
    return total
  }

  /// The end of what came out of one of them.
  func text(_ place: Int) -> String { String(decoding: kept[place], as: UTF8.self) }
}
