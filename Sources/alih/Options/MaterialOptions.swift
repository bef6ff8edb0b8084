import ArgumentParser
import Experiments
import Foundation
import Lessons
import Notebook

/// What a reader brings to a lesson.
struct MaterialOptions: ParsableArguments {
  @Option(
    help: """
      Your own pictures, for \(MaterialOptions.lessons). \(DataOptions.layouts) Test pictures may lie apart, in the \
      sub-folders train and test. Or a task of the Menagerie, such as farm:night.
      """)
  var data: String?

  @OptionGroup var options: DataOptions

  @Option(help: "The network for such a lesson: one of the course by its name, or a .safetensors file.")
  var network: String?

  @OptionGroup var file: NetworkFileOptions

  private static var lessons: String { allLessons.filter(\.takesOwnMaterial).map(\.id).joined(separator: ", ") }

  /// The lesson as it stands, or, where a reader brings something, its version on that.
  /// - Throws: one line if the lesson works with nothing of a reader's own.
  func version(of lesson: CourseLesson) throws -> Lesson {
    guard data != nil || options.classes != nil || network != nil else {
      guard file.saysNothing else {
        throw ValidationError(
          "--architecture, --mean, --std, --resize and --class-names speak of a network: give it with --network")
      }
      return lesson.lesson
    }
    var material = OwnMaterial(data: data, classes: options.chosen)
    if let network {
      material.networkName = file.isFile(network) ? file.url(network).lastPathComponent : network
      material.open = { [file] in try file.open(network) }
    }
    guard let version = lesson.on(material) else {
      let option = data != nil ? "--data" : network != nil ? "--network" : "--classes"
      throw ValidationError(
        "\(option): \(lesson.id) works with its own material only; yours goes into \(MaterialOptions.lessons)")
    }
    return version
  }
}
