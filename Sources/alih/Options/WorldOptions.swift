import ArgumentParser
import Datasets

/// Which pictures of the Menagerie a command works with.
struct WorldOptions: ParsableArguments {
  @Option(help: "What is told apart: \(ClassificationTask.all.map(\.id).joined(separator: ", ")).")
  var task = "menagerie"

  @Option(help: "How it is drawn: \(Style.allCases.map(\.rawValue).joined(separator: ", ")).")
  var style = Style.photo.rawValue

  @Option(help: "The seed; the same one draws the same pictures.")
  var seed: UInt64 = 0

  /// The world that was asked for.
  func world() throws -> Menagerie {
    guard let task = ClassificationTask.named(task) else {
      let known = ClassificationTask.all.map(\.id).joined(separator: ", ")
      throw ValidationError("no task is called \(task); there are \(known)")
    }
    return Menagerie(task, style: try WorldOptions.style(style), seed: seed)
  }

  /// The style of that name.
  static func style(_ name: String) throws -> Style {
    guard let style = Style(rawValue: name) else {
      let known = Style.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("no style is called \(name); there are \(known)")
    }
    return style
  }
}

/// The side of pictures in pixels.
struct SizeOption: ParsableArguments {
  @Option(help: "The side of a picture in pixels, 16 to 512.")
  var size = 128

  func validate() throws {
    guard 16...512 ~= size else { throw ValidationError("--size \(size): a picture has 16 to 512 pixels a side") }
  }
}
