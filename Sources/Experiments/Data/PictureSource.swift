import Datasets

/// Why there are no pictures to be had, in one line.
public struct PictureSourceError: Error, CustomStringConvertible {
  /// What was wrong, where, and what to do.
  public let description: String
}

/// Where pictures come from that a reader names: a folder of photographs in any layout that `PhotoCollection` knows, where
/// there is a choice with the labels to use, such as `pets:species`; or a task and a style of the Menagerie, such as
/// `menagerie:sketch`.
public enum PictureSource {
  /// Pictures that are painted.
  case world(Menagerie)
  /// Pictures that lie in files.
  case photos(PhotoCollection)

  /// Finds out what a name stands for; a task's name alone stands for its photos, no classes for all of them.
  ///
  /// Pictures of the Menagerie come from the world of `seed`.
  /// - Throws: one line if there is no such folder, task, style or class.
  public init(named name: String, classes: [String] = [], seed: UInt16) throws {
    if let photos = try PhotoCollection(path: name) {
      self = .photos(classes.isEmpty ? photos : try photos.restricted(to: classes))
      return
    }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let task = ClassificationTask.named(parts[0]), parts.count <= 2 else {
      let known = ClassificationTask.all.map(\.id).joined(separator: ", ")
      throw PictureSourceError(
        description: "\(name) is neither a folder nor a task: give a folder, or TASK:STYLE with a task of \(known)")
    }
    guard let style = parts.count == 1 ? .photo : Style(rawValue: parts[1]) else {
      let known = Style.allCases.map(\.rawValue).joined(separator: ", ")
      throw PictureSourceError(description: "\(name): no style is called \(parts[1]); there are \(known)")
    }
    let chosen = try classes.map { name in
      guard let place = task.classNames.firstIndex(where: { $0.english == name }) else {
        let known = task.classNames.map(\.english).joined(separator: ", ")
        throw PictureSourceError(description: "\(task.id) has no class \(name); there are \(known)")
      }
      return task.classes[place]
    }
    let restricted = classes.isEmpty ? task : ClassificationTask(id: task.id, classes: chosen)
    self = .world(Menagerie(restricted, style: style, seed: seed))
  }
}
