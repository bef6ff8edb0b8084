import Datasets
import ModelZoo
import Notebook
import TransferLearning

/// What the network and the pictures have to do with each other.
extension LessonMaterial {
  /// The name of a class in both languages, if the pictures were painted; a reader's own names stay as they are.
  package func name(_ className: String) -> Phrase {
    source.isPainted ? ClassLabel.phrase(className) : Phrase(className.onOneLine)
  }

  /// Some classes of the network that have to do with the pictures: theirs, in their order, if it has names for them; else its
  /// most common answers to them.
  package func commonSubjects(atMost count: Int) throws -> [ClassLabel] {
    if let places { return places.prefix(count).map { ClassLabel(ofLabel: $0, of: network) } }
    let answers = SourcePredictions(of: network, to: try pictures().few(20, seed: 1))
    return answers.labelsByFrequency.prefix(count).map { ClassLabel(ofLabel: $0, of: network) }
  }
}

extension SourcePredictions {
  /// The network's classes that were given as answers, the most common first.
  package var labelsByFrequency: [Int] {
    let counts = Dictionary(grouping: places) { $0 }.mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The places of the pictures that the network is surest to show a class, the surest first.
  package func surest(_ count: Int, of label: Int) -> [Int] {
    let all = places.indices.sorted { probability(of: label, at: $0) > probability(of: label, at: $1) }
    return Array(all.prefix(count))
  }
}
