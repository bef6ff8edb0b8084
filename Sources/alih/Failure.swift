import ArgumentParser
import Foundation
import NeuralNetworks
import Notebook

/// The end of a command that did not do what was asked, or that was asked for help.
struct Failure {
  private let error: any Error

  init(_ error: any Error) {
    self.error = error
  }

  /// Prints one line on standard error, or the help on standard output, and returns the exit status.
  func report() -> Int32 {
    let code = Alih.exitCode(for: error)
    if code == .success {
      print(Alih.fullMessage(for: error))
      return 0
    }
    if let exit = error as? ExitCode { return exit.rawValue }
    let lines = ["alih: \(line)"] + ((error as? SafetensorsError)?.conversion ?? []).map(\.onOneLine)
    StandardStream.error.write(lines.map { $0 + "\n" }.joined())
    return code == .success ? 1 : code.rawValue
  }

  private var line: String {
    let message = (error as? NotebookError)?.message(LanguageOption.fromArguments) ?? Alih.message(for: error)
    let hint = Alih.exitCode(for: error) == .validationFailure ? " (see alih --help)" : ""
    // A name out of a file may hold anything; a terminal must not obey it.
    return message.onOneLine.shortened(to: 1_000) + hint
  }
}
