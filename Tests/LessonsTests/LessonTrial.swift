import Foundation
import Imaging
import Notebook
import Testing

/// One whole run of a lesson, without a word, into a folder that is gone when the test is over.
final class LessonTrial {
  let result: LessonResult
  private let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")

  /// Runs a lesson, and checks what is true of all.
  ///
  /// Texts are whole in both languages; no claim fails but those that depend on what else the machine does or on a reader's
  /// own material, and some are decided, while those that are not are listed; every figure carries its title, its
  /// alternative text, lesson and seed.
  init(_ lesson: Lesson, picture: Image? = nil, claimsOfTime: [String] = []) throws {
    result = try lesson.run(on: .silent, options: RunOptions(output: folder, picture: picture, pauses: false))

    #expect(try lesson.problems(after: result) == [])
    let failed = lesson.isOnOwnMaterial ? [] : result.failedClaims.map(\.id)
    #expect(failed.filter { !claimsOfTime.contains($0) } == [])
    if !lesson.isOnOwnMaterial {
      let undecided = result.claims.filter { $0.verdict == .undecided }.map(\.id)
      #expect(undecided.count < result.claims.count, "not decided: \(undecided)")
      print("\(lesson.id): \(result.claims.count) claims, not decided \(undecided.count): \(undecided)")
    }
    for figure in result.figures {
      let texts = Dictionary(uniqueKeysWithValues: try Image.text(of: figure.file).map { ($0.key, $0.value) })
      #expect(texts["Title"] == figure.title && texts["Description"] == figure.alternative, "\(figure.id)")
      #expect(texts["Lesson"] == lesson.id && texts["Seed"] == "1", "\(figure.id)")
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

extension Terminal {
  /// A terminal that shows nothing.
  static var silent: Terminal {
    Terminal(
      isInteractive: false, acceptsInput: false, usesColour: false, width: { 100 }, write: { _ in },
      writeError: { _ in }, read: { nil })
  }
}
