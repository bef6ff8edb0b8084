/// What a reader has done so far, by the ids of lessons and exercises.
///
/// An id that changes is noted in `renamedExercises`.
///
/// It is a list of facts, each of a kind, about an id, with a value: `exercise mmd 10/10 2026-11-21`. Kinds and ids that this
/// version doesn't know are kept as they are.
public struct CourseProgress: Sendable, Hashable {
  /// What a fact is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// A lesson was read to its end, on a day.
    case read
    /// A lesson was run to its end, on a day.
    case run
    /// The best score of a quiz, `domains/before` or `domains/after`, and its day.
    case quiz
    /// The best score of an exercise, and its day.
    case exercise
    /// How many hints of an exercise were shown.
    case hint
    /// The solution of an exercise was looked at, on a day.
    case solution
    /// The cell that comes next in a lesson that is gone through step by step.
    case step
  }

  /// One line of the file.
  struct Fact: Sendable, Hashable {
    let kind, id, value: String

    var line: String { "\(kind) \(id) \(value)" }
  }

  /// The facts, at most one of each kind about an id.
  private(set) var facts: [Fact] = []
  /// Where among them the fact of a kind about an id stands, so that thousands of lines are read in one go.
  private var places: [FactName: Int] = [:]

  /// A kind, and the id that a fact of it is about.
  private struct FactName: Sendable, Hashable {
    let kind, id: String
  }

  /// Nothing done yet.
  public init() {}

  /// The ids that exercises have now, by those that they had before: files of progress keep their points.
  public static let renamedExercises = ["one-output-per-picture": "mend-a-head"]

  /// Points out of the points that there are.
  public struct Points: Sendable, Hashable {
    /// What was earned.
    public let earned: Int
    /// What can be earned.
    public let possible: Int

    /// A score; nothing says that it can't be more than all.
    public init(_ earned: Int, of possible: Int) {
      self.earned = earned
      self.possible = possible
    }

    /// Whether everything was earned.
    public var isFull: Bool { earned >= possible }

    /// Such as 4/5.
    public var text: String { "\(earned)/\(possible)" }

    /// The most that anything in the course could earn: what is beyond it is damage, and sums of scores stay far from overflow.
    package static let most = 1_000_000

    /// The score at the start of a value such as `4/5 2026-11-21`, or nil.
    init?(_ value: String) {
      let numbers = value.prefix { $0 != " " }.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let earned = numbers[0], let possible = numbers[1], 0...Points.most ~= earned,
        1...Points.most ~= possible
      else { return nil }
      self.init(earned, of: possible)
    }
  }
}

// MARK: - Reading

extension CourseProgress {
  /// The value of a fact, or nil.
  func value(_ kind: Kind, _ id: String) -> String? { value(kind.rawValue, id) }

  private func value(_ kind: String, _ id: String) -> String? {
    places[FactName(kind: kind, id: id)].map { facts[$0].value }
  }

  /// Whether there is such a fact.
  public func has(_ kind: Kind, _ id: String) -> Bool { value(kind, id) != nil }

  /// The best score of a quiz or an exercise.
  public func score(_ kind: Kind, _ id: String) -> Points? { value(kind, id).flatMap(Points.init) }

  /// How many hints of an exercise were shown.
  public func hintsShown(of exercise: String) -> Int { value(.hint, exercise).flatMap(Self.hints) ?? 0 }

  /// A number of hints, from 0 to 1000, or nil.
  static func hints(_ value: String) -> Int? { Int(value).flatMap { 0...1000 ~= $0 ? $0 : nil } }

  /// The cell that comes next in a lesson that is gone through step by step.
  public func nextCell(of lesson: String) -> String? { value(.step, lesson) }
}

// MARK: - Writing

extension CourseProgress {
  /// Notes that something was done; the first day stays.
  public mutating func note(_ kind: Kind, _ id: String, on day: String) {
    if !has(kind, id) { set(kind, id, to: day) }
  }

  /// Notes a score, unless there is a better one.
  public mutating func note(_ kind: Kind, _ id: String, score: Points, on day: String) {
    if let old = self.score(kind, id), old.possible == score.possible, old.earned >= score.earned { return }
    set(kind, id, to: "\(score.text) \(day)")
  }

  /// Notes that this many hints were shown, if that is more than before.
  public mutating func noteHints(_ count: Int, of exercise: String) {
    if count > hintsShown(of: exercise) { set(.hint, exercise, to: "\(count)") }
  }

  /// Notes which cell comes next; nil forgets it.
  public mutating func noteNextCell(_ cell: String?, of lesson: String) {
    set(.step, lesson, to: cell)
  }

  private mutating func set(_ kind: Kind, _ id: String, to value: String?) {
    set(kind.rawValue, id, to: value)
  }

  mutating func set(_ kind: String, _ id: String, to value: String?) {
    let name = FactName(kind: kind, id: id)
    switch (places[name], value) {
    case (let place?, let value?): facts[place] = Fact(kind: kind, id: id, value: value)
    case (let place?, nil):
      facts.remove(at: place)
      places[name] = nil
      for (later, fact) in facts.enumerated().dropFirst(place) {
        places[FactName(kind: fact.kind, id: fact.id)] = later
      }
    case (nil, let value?):
      places[name] = facts.count
      facts.append(Fact(kind: kind, id: id, value: value))
    case (nil, nil): break
    }
  }

  /// Takes over what another file knows; of two scores the better one stays, of two numbers of hints the larger.
  mutating func merge(_ other: CourseProgress) {
    for fact in other.facts {
      let mine = value(fact.kind, fact.id)
      switch Kind(rawValue: fact.kind) {
      case .quiz, .exercise:
        let (old, new) = (mine.flatMap(Points.init), Points(fact.value))
        if let old, let new, old.earned >= new.earned { continue }
      case .hint:
        if let old = mine.flatMap(Self.hints), let new = Self.hints(fact.value), old >= new { continue }
      case .read, .run, .solution:
        if mine != nil { continue }
      case .step, nil:
        break
      }
      set(fact.kind, fact.id, to: fact.value)
    }
  }
}
