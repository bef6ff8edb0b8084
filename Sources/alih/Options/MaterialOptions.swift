import ArgumentParser
import Foundation
import Lessons
import Notebook

/// What a reader brings to a lesson.
struct MaterialOptions: ParsableArguments {
  @Option(
    help: """
      Your own pictures for a lesson, a folder with one sub-folder for each class or a task such as farm:night; for \
      \(MaterialOptions.lessons).
      """)
  var data: String?

  @Option(help: "The classes of --data that are wanted, such as cat,dog; otherwise all.")
  var classes: String?

  @Option(help: "The network for such a lesson: one of the course by its name, or a .safetensors file.")
  var network: String?

  @OptionGroup var file: NetworkFileOptions

  private static var lessons: String { Lesson.idsWithOwnMaterial.joined(separator: ", ") }

  /// The lesson as it stands, or, where a reader brings something, its version on that.
  /// - Throws: one line if the lesson works with nothing of a reader's own.
  func version(of lesson: Lesson) throws -> Lesson {
    guard data != nil || classes != nil || network != nil else {
      guard file.architecture == nil, file.mean == nil, file.std == nil else {
        throw ValidationError("--architecture, --mean and --std: say something of a network's file; give it with --network")
      }
      return lesson
    }
    var material = OwnMaterial(data: data, classes: classes?.split(separator: ",").map(String.init) ?? [])
    if let network {
      material.networkName = file.isFile(network) ? file.url(network).lastPathComponent : network
      material.open = { [file] in try file.open(network) }
    }
    guard let version = lesson.on(material) else {
      let option = data != nil ? "--data" : network != nil ? "--network" : "--classes"
      throw ValidationError("\(option): \(lesson.id) works with its own material only; yours goes into \(MaterialOptions.lessons)")
    }
    return version
  }
}
