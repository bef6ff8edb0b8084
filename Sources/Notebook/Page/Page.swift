import Foundation
import Imaging

/// What a cell works with: it takes the cell's values, figures and claims, and knows language and seeds.
///
/// ```swift
/// // cell: variation
/// func variation(_ page: Page) throws {
///   let study = page.study(Loss.allCases) { loss, seed in draw(loss, seed: seed) }
///
///   page.report("detail", of: study, as: .factor, \.detail)
///   page.claim("calmer", study.gain(of: .none, over: .variation, \.detail), .moreThan(0), as: .factor)
///   try page.figure("detail", study.bars(.percent(page.term("detail")), [("detail", \.detail)]))
/// }
/// ```
/// What it says in words stands in the lesson's text: title, alternative text and caption of a figure in its block
/// `<!-- figure: detail … -->`, the statement of a claim in `<!-- claim: calmer … -->`, labels in the glossary.
///
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

  /// The words that label axes, legends and pictures, by name.
  public let term: Terms

  let lesson: Lesson
  let wording: Wording
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
    lesson: Lesson, wording: Wording, language: Language, seeds: [UInt64], readersPicture: Image?,
    output: OutputFolder, display: ProgressDisplay
  ) {
    precondition(!seeds.isEmpty, "a run needs a seed")
    self.lesson = lesson
    self.wording = wording
    term = wording.terms(language)
    self.language = language
    self.seeds = seeds
    self.readersPicture = readersPicture
    self.output = output
    self.display = display
    add(MeasuredValue(name: "seeds", cell: "", quantity: .number(Double(seeds.count)), format: .count))
  }

  /// Runs a cell; whatever goes wrong in it is an error that names lesson and cell.
  func run(_ cell: Cell) throws(NotebookError) {
    self.cell = cell.id
    mistake = nil
    display.begin(language == .en ? "Running" : "Menjalankan", count: nil)
    defer { display.endAll() }
    do {
      try cell.run(on: self)
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
  /// A phrase in the reader's language.
  public func callAsFunction(_ phrase: Phrase) -> String {
    phrase(language)
  }

  /// A number as a reader writes it, for a label in a figure.
  public func format(_ value: some BinaryFloatingPoint, as format: ValueFormat) -> String {
    format.text(Double(value), in: language)
  }
}
