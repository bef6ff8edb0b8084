import Datasets
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// A source with labels and a target of the same classes: what an adaptation learns from, chooses by and is scored on.
public struct AdaptationPair {
  /// Labelled pictures to learn from, and others to choose the epoch by.
  public let source: DataSplit<Choosing>
  /// Pictures whose labels nobody looks at while learning, and others, with labels, that are scored.
  public let target: DataSplit<Scoring>

  /// The pictures of two folders or tasks, brought to size for a network; at most `limit` of a class of each domain.
  ///
  /// Classes are matched by their names. Painted worlds are of two seeds, so that no scene is on both sides. `report` is told
  /// how many files have been looked at.
  /// - Throws: one line if one of them is no data, or the classes of both are not the same.
  public init(
    source: String, target: String, classes: [String], preprocessing: Preprocessing, perClass limit: Int,
    seed: UInt64, report: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws {
    let known = try DataSource(named: source, classes: classes, seed: seed)
    let other = try AdaptationPair.target(named: target, with: known, chosen: classes, seed: seed &+ 1)
    self.source = try known.trainingAndValidation(preprocessing, perClass: limit, report: report)
    self.target = try other.trainingAndTest(preprocessing, perClass: limit)
    for (label, name) in known.classNames.enumerated()
    where !self.target.training.labels.contains(label) || !self.target.test.labels.contains(label) {
      throw DataSourceError(
        description:
          "\(target): too few pictures of the class \(name.english); a class needs three or more, some to learn from "
          + "without its label and some to score")
    }
  }

  /// The target with the source's classes in the source's order.
  private static func target(
    named name: String, with source: DataSource, chosen: [String], seed: UInt64
  ) throws -> DataSource {
    let whole = try DataSource(named: name, seed: seed)
    let (wanted, there) = (source.classNames.map(\.english), whole.allClassNames.map(\.english))
    let missing = wanted.filter { !there.contains($0) }
    let foreign = chosen.isEmpty ? there.filter { !wanted.contains($0) } : []
    guard missing.isEmpty, foreign.isEmpty else {
      let common = wanted.filter(there.contains)
      func list(_ names: [String]) -> String {
        names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " and \(names.count - 4) more" : "")
      }
      let difference = [
        missing.isEmpty ? nil : "\(name) has no class \(list(missing))",
        foreign.isEmpty ? nil : "\(source.argument) has no class \(list(foreign))",
      ].compactMap { $0 }.joined(separator: ", and ")
      throw DataSourceError(
        description: common.count < 2
          ? "\(difference): two domains of one task have the same folders of classes; these share "
            + (common.isEmpty ? "none" : "\(common[0]) alone")
          : "\(difference); give --classes with those that both have, such as \(common.prefix(4).joined(separator: ","))"
      )
    }
    return try DataSource(named: name, classes: wanted, seed: seed)
  }

  /// The files that could not be read and are in no set, each once.
  public var skipped: [SkippedPhoto] {
    (source.skipped + target.skipped).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Makes sure that all pictures could be read whenever they were asked for.
  /// - Throws: one line if one could not.
  package func checkNoneLost() throws {
    try source.checkNoneLost()
    try target.checkNoneLost()
  }
}
