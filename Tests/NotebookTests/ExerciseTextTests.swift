import Foundation
import Testing

@testable import Notebook

@Suite struct ExerciseTextTests {
  private static let text = """
    # Exercises

    Read this first.

    <!-- exercise: one -->
    ## The first

    Do it.

    <!-- hint
    idea
    -->
    <!-- hint
    place

        code
    -->
    <!-- hint
    nearly
    -->

    <!-- exercise: two -->
    ## The second

    Do it, too.
    """

  private static let solutions = """
    import Notebook

    /// one: the first.
    public func first() -> Int {
      1
    }

    /// A helper of the first.
    private func helper() {}

    /// two: the second.
    public func second() -> Int { 2 }
    """

  private func lesson(_ english: String = text, _ indonesian: String = text) throws -> ToyLesson {
    let toy = try ToyLesson()
    try FileManager.default.createDirectory(
      at: toy.lesson.solutionsSource.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(english.utf8).write(to: toy.lesson.exercisesFile(.en))
    try Data(indonesian.utf8).write(to: toy.lesson.exercisesFile(.id))
    try Data(Self.solutions.utf8).write(to: toy.lesson.solutionsSource)
    return toy
  }

  @Test("an exercise has its title, its task without hints, and its hints")
  func reading() throws {
    let texts = ExerciseText.all(in: Self.text)
    #expect(texts.map(\.id) == ["one", "two"] && texts.map(\.title) == ["The first", "The second"])
    #expect(texts[0].task == "## The first\n\nDo it." && texts[0].hints == ["idea", "place\n\n    code", "nearly"])
    #expect(ToyLesson.text(.en).contains("# A toy") && ExerciseText.all(in: ToyLesson.text(.en)).isEmpty)
  }

  @Test("a lesson without exercises has none, and no problem with them")
  func none() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    #expect(try toy.lesson.exercises(.en).isEmpty)
    #expect(try toy.lesson.problemsOfExercises() == [])
  }

  @Test("too few hints, a title that is missing and an exercise in one language only are problems")
  func problems() throws {
    let toy = try lesson(
      Self.text, Self.text.replacing("## The first", with: "").replacing("exercise: two", with: "exercise: 2"))
    defer { toy.remove() }
    let problems = try toy.lesson.problemsOfExercises()
    #expect(problems.contains("exercises.en.md: two has 0 hints, not 3"))
    #expect(problems.contains { $0.hasPrefix("exercises.id.md: one has no title") })
    #expect(problems.contains { $0.contains("have not the same exercises") })
  }

  @Test("a solution is all from its comment to that of the next exercise")
  func solution() throws {
    let toy = try lesson()
    defer { toy.remove() }
    #expect(toy.lesson.solutionsSource.path.hasSuffix("/03-toy/ToySolutions.swift"))
    let first = try toy.lesson.solution(of: "one")
    #expect(first.hasPrefix("/// one: the first.\npublic func first()") && first.hasSuffix("private func helper() {}"))
    #expect(try toy.lesson.solution(of: "two").hasSuffix("{ 2 }"))
    let error = #expect(throws: NotebookError.self) { try toy.lesson.solution(of: "three") }
    #expect(error?.description.contains("ToySolutions.swift") == true)
  }
}
