import Experiments
import Foundation
import NeuralNetworks
import Notebook
import Synchronization

/// Shows how far a training is, and ends it on Ctrl-C after the batch that is being worked on.
final class TrainingProgress: PhaseObserver, Sendable {
  let terminal = Terminal.standard()
  private let epochs: Int
  private let language: Language
  private let display: ProgressDisplay
  private let start = ContinuousClock.now
  /// When learning began, and how many epochs were over then.
  private let learning = Mutex((start: ContinuousClock.now, done: 0))
  private let isInterrupted = Atomic(false)
  /// How many epochs are over.
  private let done = Atomic(0)
  /// Whether batches are learnt from, in epochs.
  private let isLearning = Atomic(false)

  /// Shows a training of at most so many epochs.
  init(epochs: Int, language: Language) {
    self.epochs = epochs
    self.language = language
    display = ProgressDisplay(terminal: terminal, language: language)
  }

  func begin(_ phase: TrainingPhase, count: Int, done: Int) {
    isLearning.store(phase == .learning, ordering: .relaxed)
    if phase == .learning, done > 0, count > 0 { self.done.store(done * epochs / count, ordering: .relaxed) }
    if done > 0 {
      let what = phase == .features ? Phrase.pictures(done, count) : .epochs(done * epochs / max(1, count), epochs)
      terminal.print(Phrase.goingOn(what)(language))
    }
    let epoch = self.done.load(ordering: .relaxed)
    if phase == .learning { learning.withLock { $0 = (.now, epoch) } }
    // Where lines can't be redrawn, each epoch has its own, and that is enough.
    guard terminal.isInteractive || phase == .features else { return }
    let label =
      phase == .features ? Phrase(en: "Features", id: "Fitur") : Phrase(en: "Batches", id: "Kelompok")
    display.begin(label(language), count: count, done: done)
  }

  func advance(by steps: Int) throws {
    display.step(by: steps)
    if isInterrupted.load(ordering: .relaxed) { throw Interrupted() }
  }

  func end() { display.end() }

  func note(_ epoch: TrainingLoop.Epoch) {
    done.store(epoch.index + 1, ordering: .relaxed)
    let seconds = start.duration(to: .now) / .seconds(1)
    let (since, before) = learning.withLock { $0 }
    let perEpoch = since.duration(to: .now) / .seconds(1) / Double(max(1, epoch.index + 1 - before))
    let left = perEpoch * Double(epochs - epoch.index - 1)
    terminal.print(epoch.line(of: epochs, seconds: seconds, left: left, in: language))
  }

  /// Runs `body`, which looks at files and calls the tick, and shows how far it is.
  func lookingAtFiles<Result>(_ body: (_ tick: (Int, Int) -> Void) throws -> Result) throws -> Result {
    var shown = 0
    var hasBegun = false
    defer { if hasBegun { display.end() } }
    let result = try body { done, count in
      if !hasBegun { display.begin(Phrase(en: "Looking at files", id: "Memeriksa berkas")(language), count: count) }
      hasBegun = true
      display.step(by: done - shown)
      shown = done
    }
    if isInterrupted.load(ordering: .relaxed) { throw Interrupted() }
    return result
  }

  /// Runs `body`; Ctrl-C ends it after the present batch and says what `checkpoint` has kept, a second Ctrl-C ends it at once.
  func watchingInterrupts<Result>(of checkpoint: TrainingCheckpoint, _ body: () throws -> Result) throws -> Result {
    do {
      return try Interrupt.watched(body) { [self] in
        if isInterrupted.exchange(true, ordering: .relaxed) { Foundation.exit(Interrupt.exitStatus) }
      }
    } catch is Interrupted {
      terminal.printError(
        Phrase.kept(
          checkpoint, epochs: isLearning.load(ordering: .relaxed) ? (done.load(ordering: .relaxed), epochs) : nil)(
            language))
      Foundation.exit(Interrupt.exitStatus)
    }
  }

  /// Thrown where Ctrl-C is to end the training.
  private struct Interrupted: Error {}
}

extension Phrase {
  fileprivate static func pictures(_ done: Int, _ count: Int) -> Phrase {
    Phrase(en: "\(done) of \(count) pictures", id: "\(done) dari \(count) gambar")
  }

  fileprivate static func epochs(_ done: Int, _ count: Int) -> Phrase {
    Phrase(en: "epoch \(done) of \(count)", id: "epoch \(done) dari \(count)")
  }

  fileprivate static func goingOn(_ place: Phrase) -> Phrase {
    Phrase(
      en: "Going on after \(place(.en)), where the training was interrupted",
      id: "Melanjutkan setelah \(place(.id)), tempat pelatihan dihentikan")
  }

  /// What is said where Ctrl-C has ended a training.
  fileprivate static func kept(_ checkpoint: TrainingCheckpoint, epochs: (done: Int, count: Int)?) -> Phrase {
    guard checkpoint.exists else {
      return Phrase(en: "Interrupted; nothing was kept yet", id: "Dihentikan; belum ada yang tersimpan")
    }
    let what =
      epochs.map { Phrase.epochs($0.done, $0.count) }
      ?? Phrase(en: "what had been done", id: "yang sudah dikerjakan")
    let path = checkpoint.file.relativePath
    return Phrase(
      en: "Interrupted; kept \(what(.en)) in \(path); the same command goes on from there",
      id: "Dihentikan; \(what(.id)) tersimpan di \(path); perintah yang sama melanjutkannya")
  }
}
