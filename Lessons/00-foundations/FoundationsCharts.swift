import Autograd
import Charts
import Datasets
import Experiments
import Foundation
import Imaging
import Notebook

/// The classes of the lesson's example.
enum Animal: String, CaseIterable, StudyKey {
  case cat, dog, zebra
}

extension Menagerie {
  /// The first test picture of a class by its English name.
  func picture(of name: String, size: Int) -> Image {
    let label = task.classNames.firstIndex { $0.english == name } ?? 0
    return testScenes(of: label, count: 1)[0].picture(size: size)
  }
}

extension Image {
  /// Each of its channels as a grey picture.
  var channelPictures: [Image] {
    (0..<channels).map { channel in
      let values = stride(from: channel, to: pixels.count, by: channels).map { pixels[$0] }
      return Image(width: width, height: height, channels: 1, pixels: values)
    }
  }
}

extension Page {
  /// What softmax makes of several lists of logits for the same classes, side by side.
  func bars(of names: [String], _ logits: [Tensor]) -> BarChart {
    BarChart(
      categories: Animal.allCases.map { $0.label(term) }, value: .percent(term("probability"), range: 0...1),
      series: zip(names, logits).map { name, logits in
        BarChart.Series("softmax(\(name))", logits.softmax().values.map { Double($0) })
      }, valueFormat: .percent(decimals: 1))
  }

  /// −ln p against p, with some of the probabilities marked.
  func crossEntropyCurve(marking marks: [Float]) -> LineChart {
    let points = (1...200).map { step in DataPoint(x: Double(step) / 200, y: -log(Double(step) / 200)) }
    return LineChart(
      x: .percent(term("true-probability"), range: 0...1), y: Axis(term("one-loss"), range: 0...5.5),
      series: [LineChart.Series("−ln p", points, hasMarkers: false)],
      annotations: zip(Animal.allCases, marks).map { animal, p in
        LineChart.Annotation(x: Double(p), y: -log(Double(p)), text: animal.label(term))
      })
  }

  /// The shares of values that fall into equal steps of a range, a line for each channel, before and after something.
  func histograms(_ before: [[Float]], _ after: [[Float]]) -> LineChart {
    let range: ClosedRange<Float> = -4...4
    func lines(_ channels: [[Float]]) -> [LineChart.Series] {
      channels.enumerated().map { channel, values in
        let count = 40
        var shares = [Double](repeating: 0, count: count)
        for value in values where range.contains(value) {
          shares[min(count - 1, Int((value - range.lowerBound) / 8 * Float(count)))] += 1 / Double(values.count)
        }
        let points = shares.enumerated().map { DataPoint(x: -4 + 8 * (Double($0) + 0.5) / Double(count), y: $1) }
        return LineChart.Series(term("channel", ["number": "\(channel + 1)"]), points, hasMarkers: false)
      }
    }
    return LineChart(
      x: Axis(term("value")),
      panels: [
        .init(y: .percent(term("before-norm")), series: lines(before)),
        .init(y: .percent(term("after-norm")), series: lines(after)),
      ])
  }
}
