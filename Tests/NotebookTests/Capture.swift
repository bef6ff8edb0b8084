import Synchronization

@testable import Notebook

/// Collects what is printed.
final class Capture: Sendable {
  private let state = Mutex((output: "", errors: "", time: 0.0, reads: 0))
  private let isInteractive: Bool
  private let usesColour: Bool
  private let pictures: PictureProtocol
  private let width: Int

  init(
    isInteractive: Bool = false, usesColour: Bool = false, pictures: PictureProtocol = .none, width: Int = 80
  ) {
    self.isInteractive = isInteractive
    self.usesColour = usesColour
    self.pictures = pictures
    self.width = width
  }

  var terminal: Terminal {
    Terminal(
      isInteractive: isInteractive, acceptsInput: isInteractive, usesColour: usesColour, pictures: pictures,
      width: { self.width },
      write: { text in self.state.withLock { $0.output += text } },
      writeError: { text in self.state.withLock { $0.errors += text } },
      read: {
        self.state.withLock { $0.reads += 1 }
        return ""
      },
      clock: { self.state.withLock { $0.time } })
  }

  var text: String { state.withLock { $0.output } }
  var errors: String { state.withLock { $0.errors } }
  /// How often Enter was waited for.
  var pauses: Int { state.withLock { $0.reads } }

  /// Lets the clock that the terminal sees go on.
  func advance(_ seconds: Double) {
    state.withLock { $0.time += seconds }
  }
}
