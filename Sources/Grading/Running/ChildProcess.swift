import Foundation

/// A process that was started here, and is ended here.
///
/// Foundation's own notices an end only when all that the process started have let go of a socket, so that one which lives on
/// would be waited for.
final class ChildProcess {
  private let id: pid_t
  private let leadsGroup: Bool

  /// Starts a program with three descriptors as its standard input, output and error; if it is to lead a group, what it
  /// starts belongs to it.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], leadsGroup: Bool, streams: [Int32]
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(place))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // It begins with the signals as a shell gives them, whatever is ignored or blocked here.
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&usual)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags | (leadsGroup ? Int32(POSIX_SPAWN_SETPGROUP) : 0)))
    var id: pid_t = 0
    let error = Self.withCStrings([program] + arguments) { words in
      Self.withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawn(&id, program, &actions, &attributes, words, variables)
      }
    }
    guard error == 0 else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: program])
    }
    self.id = id
    self.leadsGroup = leadsGroup
  }

  /// Whether it has ended by itself.
  var hasEnded: Bool {
    var information = siginfo_t()
    // One that is gone for good cannot be asked any more.
    return waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT) != 0 || information.si_signo != 0
  }

  /// Ends it and its group, if they have not ended, and gives the status as wait has it.
  func end() -> Int32 {
    if leadsGroup { kill(-id, SIGKILL) }
    if !hasEnded { kill(id, SIGKILL) }
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1, errno == EINTR {}
    return status
  }

  /// Texts as C has them, a null pointer at their end.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
