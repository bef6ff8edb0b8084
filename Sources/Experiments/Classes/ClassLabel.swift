import Autograd
import Datasets
import Imaging
import ModelZoo
import Notebook

/// A class that a network tells from others: its name, and its place among the logits.
package struct ClassLabel: Hashable, Sendable {
  /// The class's name in English, as networks and commands know it; with its place where others share it.
  package let name: String
  /// Its place among the network's logits.
  package let label: Int

  /// The class of that name or, where none has it, of that number, from 0.
  /// - Throws: one line if the network does not know it, or knows two of that name.
  package init(_ name: String, of network: Network) throws {
    self.init(ofLabel: try network.place(meantBy: name), of: network)
  }

  /// The class at a place among the network's logits.
  package init(ofLabel label: Int, of network: Network) {
    name = network.uniqueNames[label]
    self.label = label
  }

  /// The name in both languages.
  package var phrase: Phrase { ClassLabel.phrase(name) }

  /// The name as a part of a file's name; no other name has the same.
  package var fileName: String { name.fileName }

  /// A class's name in both languages.
  package static func phrase(_ name: String) -> Phrase {
    let known = ClassificationTask.menagerie.classNames.first { $0.english == name }
    return Phrase(en: name.onOneLine, id: (known?.indonesian ?? name).onOneLine)
  }

  /// Pictures of the class from the test set of the Menagerie.
  package func realPictures(_ count: Int) -> [Image] {
    let classes = ClassificationTask.menagerie.classNames.map(\.english)
    return Menagerie().testScenes(of: classes.firstIndex(of: name) ?? label, count: count).map { $0.picture(size: 64) }
  }
}
