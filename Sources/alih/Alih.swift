import ArgumentParser
import Autograd
import Foundation
import Notebook

/// The command: arguments, nothing else.
@main
struct Alih: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alih",
    abstract: "A course on transfer learning that runs: lessons, figures and every result on your own CPU.",
    discussion: "Example: alih run ideal-image",
    version: Release.version,
    subcommands: [
      LessonsCommand.self, RunCommand.self, SiteCommand.self, ShowCommand.self, ExerciseCommand.self,
      GradeCommand.self, HintCommand.self, SolutionCommand.self, QuizCommand.self, StepCommand.self,
      ProgressCommand.self, GlossaryCommand.self, CheckCommand.self, MenagerieCommand.self, PredictCommand.self,
      EvaluateCommand.self, CompareCommand.self, FeaturesCommand.self, ExplainCommand.self, IdealCommand.self,
      AttackCommand.self, NetworksCommand.self, TrainCommand.self, AdaptCommand.self, ChooseCommand.self,
      PretrainCommand.self, BenchCommand.self, DoctorCommand.self,
    ])

  @OptionGroup var language: LanguageOption

  /// Without a command: what there is, and what to type next.
  func run() throws {
    let records = Records(language: language.chosen)
    try Welcome(language: language.chosen, progress: records.load()).show(on: .standard())
  }

  static func main() {
    let language = LanguageOption.fromArguments
    Signals.handle(language)
    let status = runAsAsked()
    guard let complaint = StandardStream.complaint else { Foundation.exit(status) }
    StandardStream.error.print("alih: \(complaint(language))")
    Foundation.exit(max(1, status))
  }

  /// Runs what the arguments ask for, and returns the exit status.
  private static func runAsAsked() -> Int32 {
    do {
      try Engine.configure(environment: ProcessInfo.processInfo.environment)
      var command = try parseAsRoot()
      try command.run()
      return 0
    } catch {
      return Failure(error).report()
    }
  }
}
