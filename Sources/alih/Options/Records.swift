import Foundation
import Notebook

/// The reader's progress, as commands read and write it: nothing that goes wrong with it stops a command.
struct Records {
  let language: Language
  let file = ProgressFile.standard(environment: ProcessInfo.processInfo.environment)

  /// What has been done so far.
  func load() -> CourseProgress {
    do {
      let (progress, damaged) = try file.load()
      if damaged > 0 { warn(Phrase.damaged(damaged, file)) }
      return progress
    } catch {
      warn(error.message)
      return CourseProgress()
    }
  }

  /// Notes what has been done, with today's date.
  func note(_ change: (inout CourseProgress, _ day: String) -> Void) {
    _ = load()
    do {
      try file.update(change)
    } catch {
      warn(error.message)
    }
  }

  /// Prints one line on standard error.
  func warn(_ message: Phrase) {
    StandardStream.error.print("alih: \(message(language).onOneLine)")
  }
}

extension Phrase {
  /// What is said of lines that could not be understood.
  fileprivate static func damaged(_ count: Int, _ file: ProgressFile) -> Phrase {
    let path = file.damagedLines.path
    return Phrase(
      en: "\(count) damaged line\(count == 1 ? "" : "s") of your progress put aside into \(path); all others are kept",
      id: "\(count) baris rusak dalam catatan kemajuan dipindahkan ke \(path); yang lain tetap tersimpan")
  }
}
