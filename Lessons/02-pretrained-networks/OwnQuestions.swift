import Autograd
import Datasets
import Experiments
import ModelZoo
import Notebook
import Visualization

/// What the lesson on own material asks of network and pictures.
extension LessonMaterial {
  /// Refuses a network without filters that see colours, or without maps.
  func requireMaps() throws {
    guard network.hasColourFilters, !network.stageLayers.isEmpty else {
      throw NotebookError(
        en:
          "\(networkName): has no convolution on colours or no layers with maps, which this lesson shows; give another",
        id:
          "\(networkName): tanpa konvolusi pada warna atau tanpa lapisan berpeta, yang diperlihatkan pelajaran ini; beri lain"
      )
    }
  }

  /// For how many pictures the network's answer is the folder's name, in words; or why that cannot be said.
  func rightness(of answers: [Int], labels: [Int]) -> Phrase {
    guard let places else {
      return Phrase(
        en: "Whether that is right cannot be said, since it has no names for your classes",
        id: "Apakah itu benar tak dapat dikatakan, sebab ia tidak memiliki nama untuk kelas Anda")
    }
    let share = Double(zip(answers, labels).count { $0 == places[$1] }) / Double(max(1, labels.count))
    let number = Phrase(share, as: .percent)
    return Phrase(en: "It is right for \(number.en) of them", id: "Ia benar pada \(number.id) di antaranya")
  }
}

extension Tensor {
  /// The largest value of each row of `[N, D]`.
  var largestOfRows: [Float] {
    zip(values.rows(of: shape[1]), indicesOfLargest()).map { $0[$0.startIndex + $1] }
  }
}

extension [Float] {
  /// The values in rows of `width`.
  fileprivate func rows(of width: Int) -> [ArraySlice<Float>] {
    stride(from: 0, to: count, by: width).map { self[$0..<$0 + width] }
  }
}

extension PictureSet {
  /// The places of the first picture of each class, of so many classes.
  func firstOfEachClass(atMost count: Int) -> [Int] {
    classNames.indices.prefix(count).compactMap { labels.firstIndex(of: $0) }
  }
}

extension Array {
  /// At most `count` of the elements, evenly spread, the first and the last among them.
  func spread(over count: Int) -> [Element] {
    guard self.count > count, count > 1 else { return self }
    return (0..<count).map { self[$0 * (self.count - 1) / (count - 1)] }
  }
}
