import Foundation

/// The questions of a lesson, before and after it: its quiz.json.
///
/// ```json
/// {"before": [{"id": "what-changes", "question": {"en": "…", "id": "…"},
///   "options": [{"en": "…", "id": "…", "right": true, "explanation": {"en": "…", "id": "…"}}, …]}],
///  "after": […]}
/// ```
public struct Quiz: Sendable, Hashable {
  /// Before the lesson, or after it.
  public enum Part: String, Sendable, CaseIterable {
    case before, after

    /// The name by which progress knows it, such as `domains/before`.
    public func id(in lesson: Lesson) -> String { "\(lesson.id)/\(rawValue)" }
  }

  /// A question with some answers to choose from.
  public struct Question: Sendable, Hashable {
    /// The name that never changes, unique in the lesson.
    public let id: String
    public let text: Phrase
    /// The answers; exactly one is right.
    public let options: [Option]

    /// The place of the right answer.
    public var right: Int { options.firstIndex(where: \.isRight) ?? 0 }
  }

  /// An answer to choose.
  public struct Option: Sendable, Hashable {
    public let text: Phrase
    /// Whether it is the right one.
    public let isRight: Bool
    /// Why it is right or wrong.
    public let explanation: Phrase
  }

  /// The questions to ask before the lesson and after it.
  public let before, after: [Question]

  /// The questions of a part.
  public subscript(part: Part) -> [Question] { part == .before ? before : after }

  /// The most answers that a question can have: the keys are a to d.
  static let mostOptions = 4

  /// The quiz in a file's text; every question has one right answer, both languages, and an id of its own.
  public init(_ json: Data, file: String) throws(NotebookError) {
    let raw: RawQuiz
    do {
      raw = try JSONDecoder().decode(RawQuiz.self, from: json)
    } catch {
      throw .badQuiz(in: file, at: RawQuiz.place(of: error), because: RawQuiz.unreadable)
    }
    before = raw.before.map(Question.init)
    after = raw.after.map(Question.init)
    try check(file)
  }

  private func check(_ file: String) throws(NotebookError) {
    var ids: Set<String> = []
    for question in before + after {
      func fail(_ reason: Phrase) -> NotebookError { .badQuiz(in: file, at: question.id, because: reason) }
      guard ids.insert(question.id).inserted else {
        throw fail(Phrase(en: "two questions have this id", id: "dua pertanyaan memakai id ini"))
      }
      guard 2...Self.mostOptions ~= question.options.count else {
        throw fail(Phrase(en: "has not 2 to 4 options", id: "pilihannya tidak 2 sampai 4"))
      }
      guard question.options.count(where: \.isRight) == 1 else {
        throw fail(Phrase(en: "has not exactly one right option", id: "pilihan benarnya tidak tepat satu"))
      }
      let texts = [question.text] + question.options.flatMap { [$0.text, $0.explanation] }
      guard texts.allSatisfy({ !$0.en.isBlank && !$0.id.isBlank }) else {
        throw fail(Phrase(en: "has an empty text", id: "ada teks yang kosong"))
      }
    }
  }
}

extension Lesson {
  /// The file with its questions.
  public var quizFile: URL { folder.appendingPathComponent("quiz.json") }

  /// Whether it has questions.
  public var hasQuiz: Bool { FileManager.default.fileExists(atPath: quizFile.path) }

  /// Its questions.
  /// - Throws: one line if there are none, or if the file is not as it should be.
  public func quiz() throws(NotebookError) -> Quiz {
    guard let data = try? Data(contentsOf: quizFile) else { throw .noQuiz(of: id) }
    return try Quiz(data, file: "\(folder.lastPathComponent)/quiz.json")
  }
}

/// The file as it is written.
private struct RawQuiz: Decodable {
  struct Question: Decodable {
    let id: String
    let question: Phrase
    let options: [Option]
  }

  struct Option: Decodable {
    let en, id: String
    let right: Bool?
    let explanation: Phrase
  }

  let before, after: [Question]

  static let unreadable = Phrase(
    en: "something is missing or of another kind", id: "ada yang kurang atau keliru jenisnya")

  /// Where the file is not as it should be, such as `before[2].options[0].explanation`.
  static func place(of error: any Error) -> String {
    let context: DecodingError.Context? =
      switch error as? DecodingError {
      case .keyNotFound(let key, let context):
        DecodingError.Context(codingPath: context.codingPath + [key], debugDescription: "")
      case .valueNotFound(_, let context), .typeMismatch(_, let context), .dataCorrupted(let context): context
      default: nil
      }
    let path = (context?.codingPath ?? []).reduce("") { path, key in
      key.intValue.map { "\(path)[\($0)]" } ?? (path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)")
    }
    return path.isEmpty ? "JSON" : path
  }
}

extension Quiz.Question {
  fileprivate init(_ raw: RawQuiz.Question) {
    (id, text) = (raw.id, raw.question)
    options = raw.options.map {
      Quiz.Option(text: Phrase(en: $0.en, id: $0.id), isRight: $0.right ?? false, explanation: $0.explanation)
    }
  }
}

extension NotebookError {
  fileprivate static func badQuiz(in file: String, at place: String, because reason: Phrase) -> NotebookError {
    NotebookError(en: "\(file): \(place): \(reason.en)", id: "\(file): \(place): \(reason.id)")
  }

  fileprivate static func noQuiz(of lesson: String) -> NotebookError {
    NotebookError(en: "lesson \(lesson) has no quiz yet", id: "pelajaran \(lesson) belum mempunyai kuis")
  }
}
