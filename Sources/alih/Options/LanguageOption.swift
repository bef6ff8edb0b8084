import ArgumentParser
import Foundation
import Notebook

/// The language of text, figures and reports.
struct LanguageOption: ParsableArguments {
  @Option(help: "The language: en or id. Otherwise LANGUAGE, LC_ALL, LC_MESSAGES and LANG decide.")
  var language: Language?

  var chosen: Language {
    .preferred(requested: language, environment: ProcessInfo.processInfo.environment)
  }

  /// The language that the command line asks for, also where the rest of it could not be understood.
  static var fromArguments: Language {
    let arguments = CommandLine.arguments
    let after = arguments.firstIndex(of: "--language").map { $0 + 1 }
    let requested = after.flatMap { $0 < arguments.count ? Language(rawValue: arguments[$0]) : nil }
    return .preferred(requested: requested, environment: ProcessInfo.processInfo.environment)
  }
}

extension Language: ExpressibleByArgument {}
