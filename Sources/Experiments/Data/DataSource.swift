import Datasets
import Foundation

/// Why there are no data to be had, in one line.
public struct DataSourceError: Error, CustomStringConvertible {
  /// What was wrong, where, and what to do.
  public let description: String
}

/// Where labelled pictures come from that a reader names: a folder of photographs in any layout that `PhotoCollection` knows,
/// where there is a choice with the labels to use, such as `pets:species`; or a task and a style of the Menagerie, such as
/// `menagerie:sketch`.
///
/// ```swift
/// let source = try DataSource(named: "photos", seed: 1)
/// let data = try source.trainingAndValidation(network.preprocessing, perClass: 200)
/// ```
public struct DataSource: Sendable {
  /// What the reader wrote.
  public let argument: String
  /// What it is called: a folder's own name, or a task and a style.
  public let name: String
  /// The names of all classes that are there.
  public let allClassNames: [ClassName]
  /// The classes that the reader chose by name; none where all of them are meant.
  public let chosenClasses: [String]
  /// What world pictures are of, how photographs are parted, and which are drawn.
  public let seed: UInt64
  package let pictures: Pictures

  /// The names of the classes that are wanted; a label is an index into them.
  public var classNames: [ClassName] { pictures.classNames }
  /// Whether the pictures are painted, so that the names of their classes are known in both languages.
  public var isPainted: Bool { if case .world = pictures { true } else { false } }

  /// Finds out what a name stands for; a task's name alone stands for its photos, no classes for all of them.
  ///
  /// Pictures of the Menagerie come from the world of `seed`, which also parts photographs.
  /// - Throws: one line if there is no such folder, task, style or class.
  public init(named argument: String, classes: [String] = [], seed: UInt64 = 1) throws {
    let whole = try Pictures(named: argument, seed: seed)
    pictures = classes.isEmpty ? whole : try whole.restricted(to: classes)
    allClassNames = whole.classNames
    chosenClasses = classes
    self.seed = seed
    self.argument = argument
    name = if case .world = whole { argument } else { URL(filePath: argument).standardizedFileURL.lastPathComponent }
  }
}

extension DataSource {
  /// The two kinds of pictures.
  package enum Pictures {
    /// Pictures that are painted.
    case world(Menagerie)
    /// Pictures that lie in files.
    case photos(PhotoCollection)

    package init(named name: String, seed: UInt64) throws {
      if let photos = try PhotoCollection(path: name) {
        self = .photos(photos)
        return
      }
      let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard let task = ClassificationTask.named(parts[0]), parts.count <= 2 else {
        let known = ClassificationTask.all.map(\.id).joined(separator: ", ")
        throw DataSourceError(
          description: "\(name) is neither a folder nor a task: give a folder, or TASK:STYLE with a task of \(known)")
      }
      guard let style = parts.count == 1 ? .photo : Style(rawValue: parts[1]) else {
        let known = Style.allCases.map(\.rawValue).joined(separator: ", ")
        throw DataSourceError(description: "\(name): no style is called \(parts[1]); there are \(known)")
      }
      self = .world(Menagerie(task, style: style, seed: seed))
    }

    package var classNames: [ClassName] {
      switch self {
      case .world(let world): world.task.classNames
      case .photos(let photos): photos.classNames
      }
    }

    /// Some classes alone, in the order of the names given.
    package func restricted(to names: [String]) throws -> Pictures {
      switch self {
      case .photos(let photos): return .photos(try photos.restricted(to: names))
      case .world(let world):
        let task = world.task
        let chosen = try names.map { name in
          guard let place = task.classNames.firstIndex(where: { $0.english == name }) else {
            let known = task.classNames.map(\.english).joined(separator: ", ")
            throw DataSourceError(description: "\(task.id) has no class \(name); there are \(known)")
          }
          return task.classes[place]
        }
        return .world(
          Menagerie(ClassificationTask(id: task.id, classes: chosen), style: world.style, seed: world.seed))
      }
    }
  }
}
