import Autograd
import Datasets

/// What a classifier takes the pictures of a set for.
package struct Predictions {
  /// A picture that is classified wrongly.
  package struct Mistake {
    package let index, label, prediction: Int
    /// The probability of the prediction.
    package let probability: Float
  }

  package let classNames: [ClassName]
  /// `counts[t][p]`: how many pictures of class t were taken for class p.
  package let counts: [[Int]]
  /// The mistakes, the surest first.
  package let wrong: [Mistake]

  /// From the probabilities of all classes, `[count, classes]`.
  package init<Role>(_ probabilities: Tensor, of pictures: PictureSet<Role>) {
    let classes = pictures.classNames.count
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    var wrong: [Mistake] = []
    let values = probabilities.values
    for (index, prediction) in probabilities.indicesOfLargest().enumerated() {
      let label = pictures.labels[index]
      counts[label][prediction] += 1
      if prediction == label { continue }
      let probability = values[index * classes + prediction]
      wrong.append(Mistake(index: index, label: label, prediction: prediction, probability: probability))
    }
    classNames = pictures.classNames
    self.counts = counts
    self.wrong = wrong.sorted { ($1.probability, $0.index) < ($0.probability, $1.index) }
  }

  /// The class that was most often taken for another one, which, and how often.
  package var mostCommonConfusion: (label: Int, prediction: Int, count: Int) {
    let all = counts.indices.flatMap { label in
      counts.indices.filter { $0 != label }.map { (label: label, prediction: $0, count: counts[label][$0]) }
    }
    return all.max { $0.count < $1.count } ?? (0, 0, 0)
  }
}
