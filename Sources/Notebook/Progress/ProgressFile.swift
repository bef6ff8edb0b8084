import FileAccess
import Foundation

/// The file in which progress is kept: in the reader's state folder, so that an update of the course never touches it.
///
/// Every change reads the file, changes it and writes it again beside its place and renames it, with other processes locked
/// out meanwhile.
public struct ProgressFile: Sendable {
  /// Where it is.
  public let url: URL
  private let day: @Sendable () -> String

  /// The progress in a file; `day` says what day it is, such as 2026-11-21.
  public init(_ url: URL, day: @escaping @Sendable () -> String = ProgressFile.today) {
    self.url = url
    self.day = day
  }

  /// `alih/progress` in XDG_STATE_HOME, or in ~/.local/state where that is not set to a whole path.
  public static func standard(environment: [String: String]) -> ProgressFile {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
    let folder =
      state ?? (home ?? FileManager.default.homeDirectoryForCurrentUser).appending(path: ".local/state")
    return ProgressFile(folder.appending(path: "alih/progress"))
  }

  /// Today where the reader is.
  @Sendable public static func today() -> String {
    Date.now.formatted(Date.ISO8601FormatStyle(timeZone: .current).year().month().day())
  }

  /// Where lines lie that could not be understood.
  public var damagedLines: URL { url.appendingPathExtension("damaged") }

  /// The progress, and how many of its lines could not be understood.
  ///
  /// Those are put aside into `damagedLines`, so that they are reported once and never lost.
  public func load() throws(NotebookError) -> (progress: CourseProgress, damaged: Int) {
    let (progress, damaged) = CourseProgress.read(try text())
    guard !damaged.isEmpty else { return (progress, 0) }
    try locked { () throws(NotebookError) in
      let (progress, damaged) = CourseProgress.read(try text())
      let old = try bytes(of: damagedLines)
      let folder = try folder()
      _ = try folder.write(old + damaged.map { $0 + Data("\n".utf8) }.joined(), to: damagedLines.lastPathComponent)
      _ = try folder.write(progress.text, to: url.lastPathComponent)
    }
    return (progress, damaged.count)
  }

  /// Changes the progress; `change` is given today's date, too.
  public func update(_ change: (inout CourseProgress, _ day: String) -> Void) throws(NotebookError) {
    _ = try load()
    try locked { () throws(NotebookError) in
      let old = CourseProgress.read(try text()).progress
      var new = old
      change(&new, day())
      if new != old { _ = try folder().write(new.text, to: url.lastPathComponent) }
    }
  }

  /// Writes the progress into another file.
  public func export(to file: URL) throws(NotebookError) {
    let text = try load().progress.text
    do throws(FileProblem) {
      try Folder.make(file.deletingLastPathComponent())
      try text.replaceFile(at: file)
    } catch {
      throw .unwritable(error)
    }
  }

  /// Takes over what another file knows; returns how many of its lines could not be understood.
  public func merge(_ file: URL) throws(NotebookError) -> Int {
    let text: Data
    do throws(FileProblem) {
      text = try Data(ofFile: file, limit: ProgressFile.longest)
    } catch {
      throw .unreadableProgress(error)
    }
    let (other, damaged) = CourseProgress.read(text)
    guard !other.facts.isEmpty else { throw .noProgress(in: file) }
    try update { progress, _ in progress.merge(other) }
    return damaged.count
  }

  /// The file's bytes; none where there is no file yet.
  private func text() throws(NotebookError) -> Data { try bytes(of: url) }

  private func bytes(of file: URL) throws(NotebookError) -> Data {
    do throws(FileProblem) {
      return try Data(ofFile: file, limit: ProgressFile.longest)
    } catch {
      if error.reason == .missing { return Data() }
      throw .unreadableProgress(error)
    }
  }

  /// The longest file of progress that is read, in bytes: room for a hundred thousand facts.
  private static let longest = 8 << 20

  private func folder() throws(NotebookError) -> OutputFolder {
    try OutputFolder(url.deletingLastPathComponent())
  }

  /// Does something while no other process changes the file.
  private func locked(_ body: () throws(NotebookError) -> Void) throws(NotebookError) {
    let folder = try folder()
    let descriptor = open(folder.url.appending(path: ".progress.lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { if descriptor >= 0 { close(descriptor) } }
    // A signal ends the waiting before the lock is there; on file systems without locks there is nothing to wait for.
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    try body()
  }
}

extension NotebookError {
  static func unreadableProgress(_ problem: FileProblem) -> NotebookError {
    NotebookError(
      en: "can't read \(problem.url.path): \(problem.english); give a file made by alih progress export",
      id: "tidak bisa membaca \(problem.url.path): \(problem.indonesian); berikan berkas yang dibuat oleh "
        + "alih progress export")
  }

  static func noProgress(in file: URL) -> NotebookError {
    NotebookError(
      en: "\(file.path): nothing in it says what has been done; give a file made by alih progress export",
      id: "\(file.path): isinya bukan catatan kemajuan; berikan berkas yang dibuat oleh alih progress export")
  }
}
