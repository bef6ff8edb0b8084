import Foundation
import Imaging

/// What a cell works with: it takes the cell's values, figures and claims, and knows language and seeds.
///
/// ```swift
/// // cell: variation
/// func variation(_ page: Page) throws {
///   let picture = try page.picture("cat", draw(seed: page.seed))
///   page.measure("probability", judge.probability(of: picture), as: .percent)
///   try page.figure(
///     "cat", title: Phrase(en: "The ideal cat", id: "Kucing ideal"),
///     alternative: Phrase(en: "Cat, {{variation.probability}}.", id: "Kucing, {{variation.probability}}."),
///     image: picture)
/// }
/// ```
/// `measure` and `claim` don't throw, to keep cells readable; a name used twice or too few seeds end the run after the
/// cell.
public final class Page {
  /// The reader's language.
  public let language: Language
  /// Five seeds, for what is claimed.
  public let seeds: [UInt64]
  /// The first seed, for what is shown once.
  public var seed: UInt64 { seeds[0] }

  /// A picture of the reader's own, for lessons that work with one; any size, one or three channels.
  public let readersPicture: Image?

  let lesson: Lesson
  let output: OutputFolder
  let display: ProgressDisplay
  /// The id of the cell that is running.
  private(set) var cell = ""
  private(set) var figures: [Figure] = []
  private(set) var claims: [Claim] = []
  private(set) var measurements: [String: MeasuredValue] = [:]
  /// The first mistake in the running cell.
  private var mistake: NotebookError?

  init(
    lesson: Lesson, language: Language, seeds: [UInt64], readersPicture: Image?, output: OutputFolder,
    display: ProgressDisplay
  ) {
    precondition(!seeds.isEmpty, "a run needs a seed")
    self.lesson = lesson
    self.language = language
    self.seeds = seeds
    self.readersPicture = readersPicture
    self.output = output
    self.display = display
  }

  /// Runs a cell; whatever goes wrong in it is an error that names lesson and cell.
  func run(_ cell: Cell) throws(NotebookError) {
    self.cell = cell.id
    mistake = nil
    display.begin(callAsFunction("Running", id: "Menjalankan"), count: nil)
    defer { display.endAll() }
    do {
      try cell.run(self)
      if let mistake { throw mistake }
    } catch {
      throw .cell(cell.id, of: lesson.id, failedWith: error)
    }
  }

  func note(_ mistake: NotebookError) {
    self.mistake = self.mistake ?? mistake
  }

  func add(_ claim: Claim) { claims.append(claim) }
  func add(_ figure: Figure) { figures.append(figure) }

  func add(_ value: MeasuredValue) {
    if measurements.updateValue(value, forKey: value.name) != nil { note(.usedTwice(value.name)) }
  }
}

// MARK: - Language

extension Page {
  /// A label in the reader's language: `page("probability", id: "probabilitas")`.
  public func callAsFunction(_ english: String, id indonesian: String) -> String {
    language == .en ? english : indonesian
  }

  /// A phrase in the reader's language.
  public func callAsFunction(_ phrase: Phrase) -> String {
    phrase(language)
  }

  /// A number as a reader writes it, for a label in a figure.
  public func format(_ value: some BinaryFloatingPoint, as format: ValueFormat) -> String {
    format.text(Double(value), in: language)
  }
}
