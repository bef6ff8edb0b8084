import Autograd
import Datasets
import TransferLearning

/// What a classifier takes the pictures of a set for.
package struct Predictions: Sendable {
  /// A picture that is classified wrongly.
  package struct Mistake: Sendable {
    /// Its place in the set, and what it is and was taken for: a class of the set, or beyond these one of `others`.
    package let index, label, prediction: Int
    /// The probability of the prediction.
    package let probability: Float
  }

  /// The names of the set's classes.
  package let classNames: [ClassName]
  /// The names of the classifier's other classes that pictures were taken for.
  package let others: [ClassName]
  /// `counts[t][p]`: how many pictures of class t were taken for class p, first of the set, then of `others`.
  package let counts: [[Int]]
  /// The mistakes, the surest first.
  package let wrong: [Mistake]

  /// From the probabilities of all classes, `[count, classes]`.
  package init<Role>(_ probabilities: Tensor, of pictures: PictureSet<Role>) {
    let classes = pictures.classNames.count
    let values = probabilities.values
    let answers = probabilities.indicesOfLargest().enumerated().map { row, place in
      Answer(place: place, probability: values[row * classes + place])
    }
    self.init(answers, of: pictures, places: Array(0..<classes), names: nil)
  }

  /// The classifier's first answer to a picture: one of its classes, and the probability of that.
  package struct Answer: Sendable {
    let place: Int
    let probability: Float
  }

  /// From the answers of a classifier that has the set's classes at `places`; its names are taken for them, if it has any.
  package init<Role>(_ answers: [Answer], of pictures: PictureSet<Role>, places: [Int], names: [String]?) {
    let known = Set(places)
    let others = Set(answers.map(\.place)).subtracting(known).sorted()
    let column = Dictionary(uniqueKeysWithValues: (places + others).enumerated().map { ($1, $0) })
    var counts = [[Int]](repeating: [Int](repeating: 0, count: column.count), count: places.count)
    var wrong: [Mistake] = []
    for (index, (answer, label)) in zip(answers, pictures.labels).enumerated() {
      guard let prediction = column[answer.place] else { continue }
      counts[label][prediction] += 1
      guard prediction != label else { continue }
      wrong.append(Mistake(index: index, label: label, prediction: prediction, probability: answer.probability))
    }
    classNames = names.map { names in places.map { ClassName(names[$0]) } } ?? pictures.classNames
    self.others = others.map { ClassName(names?[$0] ?? "\($0)") }
    self.counts = counts
    self.wrong = wrong.sorted { ($1.probability, $0.index) < ($0.probability, $1.index) }
  }

  /// The name of a class of the set, or beyond these of one of `others`.
  package func name(_ label: Int) -> ClassName {
    label < classNames.count ? classNames[label] : others[label - classNames.count]
  }

  /// Precision, recall and F1 of each class of the set.
  package var report: ClassificationReport { ClassificationReport(counts: counts) }

  /// The class that was most often taken for another one, which, and how often.
  package var mostCommonConfusion: (label: Int, prediction: Int, count: Int) {
    let all = counts.indices.flatMap { label in
      counts[label].indices.filter { $0 != label }.map { (label: label, prediction: $0, count: counts[label][$0]) }
    }
    return all.max { $0.count < $1.count } ?? (0, 0, 0)
  }
}
