import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

extension PictureSet {
  /// Two numbers for each picture, `[count, 2]`, of its middle quarter: the standard deviation of its brightness, and the mean
  /// distance between the largest and the smallest of a pixel's three values.
  var contrastAndColour: Tensor {
    let middle = (size / 4)..<(size - size / 4)
    let numbers = labels.indices.flatMap { index -> [Float] in
      let picture = self[index]
      let pixels = middle.flatMap { y in
        middle.map { x in (0..<3).map { picture[x: x, y: y, channel: $0] } }
      }
      let brightness = pixels.map { $0.reduce(0, +) / 3 }
      let mean = brightness.reduce(0, +) / Float(brightness.count)
      let variance = brightness.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Float(brightness.count)
      let colour = pixels.map { ($0.max() ?? 0) - ($0.min() ?? 0) }.reduce(0, +) / Float(pixels.count)
      return [variance.squareRoot(), colour]
    }
    return Tensor(numbers, shape: [count, 2])
  }
}

extension LogisticRegression {
  /// The same classifier, fitted.
  func fitted(to features: Tensor, _ labels: [Int]) -> LogisticRegression {
    var copy = self
    copy.fit(features, labels)
    return copy
  }
}

/// The line on which a linear classifier of two classes by two numbers is undecided: w₁ x₁ + w₂ x₂ + b = 0.
struct Boundary {
  /// What the second class gains over the first by one more of each number.
  let weights: [Float]
  /// What the second class is ahead by where both numbers are 0.
  let bias: Float

  /// The boundary of a fitted classifier: the difference of its two rows.
  init(_ classifier: LogisticRegression) {
    let weight = classifier.head?.weight.values ?? [0, 0, 0, 0]
    let bias = classifier.head?.bias.values ?? [0, 0]
    weights = [weight[2] - weight[0], weight[3] - weight[1]]
    self.bias = bias[1] - bias[0]
  }

  /// Pictures as points, and the boundary between them.
  func chart(_ points: Tensor, _ labels: [Int], _ names: [ClassName], on page: Page) -> ScatterChart {
    let values = points.values
    let groups = names.indices.map { label in
      ScatterChart.Group(
        page(Phrase(names[label])),
        labels.indices.filter { labels[$0] == label }.prefix(100).map {
          ScatterChart.Mark(x: Double(values[2 * $0]), y: Double(values[2 * $0 + 1]))
        })
    }
    let (left, right) = (0.0, 0.35)
    let line = (0...140).map { step -> ScatterChart.Mark in
      let x = left + (right - left) * Double(step) / 140
      return ScatterChart.Mark(x: x, y: -(Double(weights[0]) * x + Double(bias)) / Double(weights[1]), radius: 1.6)
    }.filter { 0...0.7 ~= $0.y }
    return ScatterChart(
      x: Axis(page.term("contrast"), range: left...right), y: Axis(page.term("colourfulness"), range: 0...0.7),
      groups: groups + [ScatterChart.Group(page.term("undecided"), line)], plotHeight: 360)
  }
}
