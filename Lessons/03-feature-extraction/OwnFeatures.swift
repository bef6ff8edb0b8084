import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What a base makes of a reader's own pictures, computed once.
struct OwnFeatures {
  let learning: TrainingFeatures
  let test: TestFeatures

  /// Of no pictures.
  init() {
    learning = TrainingFeatures(features: Tensor([], shape: [0, 1]), labels: [])
    test = TestFeatures(features: Tensor([], shape: [0, 1]), labels: [])
  }

  /// Of all pictures; `each` is told of every one that is done.
  init(_ pictures: DataSplit<Scoring>, by base: FrozenBase, each: () -> Void) {
    func features<Role>(_ set: PictureSet<Role>) -> FeatureSet<Role> {
      var done = 0
      return base.features(of: set) { now in
        for _ in done..<now { each() }
        done = now
      }
    }
    learning = features(pictures.training)
    test = features(pictures.test)
  }

  /// Values per picture.
  var width: Int { learning.width }

  /// The features of so many pictures of each class to learn from, the first in an order of all.
  func few(_ count: Int, _ order: [Int]) -> TrainingFeatures {
    learning.subset(order).perClass(count)
  }
}

extension DataSplit<Scoring> {
  /// The places of pictures to learn from that are shown as points: as many of each class, of at most eight classes.
  func shownInPlane(atMost most: Int) -> [Int] {
    let classes = min(8, classNames.count)
    var taken = [Int](repeating: 0, count: classNames.count)
    return training.labels.indices.filter { place in
      let label = training.labels[place]
      taken[label] += 1
      return label < classes && taken[label] <= most / classes
    }
  }
}

extension Answers {
  /// The most common answer to the pictures of each class, as a table of at most twelve rows.
  func table(_ classNames: [Phrase]) -> Phrase {
    MarkdownTable(
      header: [
        Phrase(en: "pictures of", id: "gambar"), Phrase(en: "most common answer", id: "jawaban tersering"),
        Phrase(en: "its share", id: "porsinya"),
      ],
      rows: classNames.indices.prefix(12).map { label in
        let (name, share) = mostCommon(for: label)
        return [classNames[label], Phrase(name), Phrase(share, as: .percent(digits: 0))]
      }
    ).phrase
  }
}
