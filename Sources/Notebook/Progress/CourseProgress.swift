/// What a reader has done so far, by the ids of lessons and exercises, which never change.
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

  /// Nothing done yet.
  public init() {}

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

    /// The score at the start of a value such as `4/5 2026-11-21`, or nil.
    init?(_ value: String) {
      let numbers = value.prefix { $0 != " " }.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let earned = numbers[0], let possible = numbers[1], earned >= 0, possible > 0 else {
        return nil
      }
      self.init(earned, of: possible)
    }
  }
}

// MARK: - Reading

extension CourseProgress {
  /// The value of a fact, or nil.
  func value(_ kind: Kind, _ id: String) -> String? {
    facts.first { $0.kind == kind.rawValue && $0.id == id }?.value
  }

  /// Whether there is such a fact.
  public func has(_ kind: Kind, _ id: String) -> Bool { value(kind, id) != nil }

  /// The best score of a quiz or an exercise.
  public func score(_ kind: Kind, _ id: String) -> Points? { value(kind, id).flatMap(Points.init) }

  /// How many hints of an exercise were shown.
  public func hintsShown(of exercise: String) -> Int { value(.hint, exercise).flatMap { Int($0) } ?? 0 }

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
    let place = facts.firstIndex { $0.kind == kind && $0.id == id }
    switch (place, value) {
    case (let place?, let value?): facts[place] = Fact(kind: kind, id: id, value: value)
    case (let place?, nil): facts.remove(at: place)
    case (nil, let value?): facts.append(Fact(kind: kind, id: id, value: value))
    case (nil, nil): break
    }
  }

  /// Takes over what another file knows; of two scores the better one stays, of two numbers of hints the larger.
  mutating func merge(_ other: CourseProgress) {
    for fact in other.facts {
      let mine = facts.first { $0.kind == fact.kind && $0.id == fact.id }?.value
      switch Kind(rawValue: fact.kind) {
      case .quiz, .exercise:
        let (old, new) = (mine.flatMap(Points.init), Points(fact.value))
        if let old, let new, old.earned >= new.earned { continue }
      case .hint:
        if let old = mine.flatMap({ Int($0) }), let new = Int(fact.value), old >= new { continue }
      case .read, .run, .solution:
        if mine != nil { continue }
      case .step, nil:
        break
      }
      set(fact.kind, fact.id, to: fact.value)
    }
  }
}
