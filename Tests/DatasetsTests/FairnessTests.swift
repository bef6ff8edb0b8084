import Datasets
import Imaging
import Testing

@Suite("No shortcut gives a class away")
struct FairnessTests {
  private static let count = 1_200
  private static let size = 16

  /// Pictures with equal shares of a task's classes.
  private func pictures(_ task: ClassificationTask, from first: Int) -> (images: [Image], labels: [Int]) {
    let labels = (0..<Self.count).map { $0 % task.classes.count }
    let images = labels.enumerated().map { number, label in
      task.classes[label].scene(seed: UInt64(first + number)).picture(size: Self.size)
    }
    return (images, labels)
  }

  private func meanColour(_ picture: Image) -> [Float] {
    var sums = [Float](repeating: 0, count: 3)
    for (index, value) in picture.pixels.enumerated() { sums[index % 3] += value }
    return sums.map { $0 / Float(picture.width * picture.height) }
  }

  private func border(_ picture: Image) -> [Float] {
    let last = picture.width - 1
    return (0...last).flatMap { y in
      (0...last).flatMap { x in
        x == 0 || y == 0 || x == last || y == last
          ? (0..<3).map { picture[x: x, y: y, channel: $0] } : []
      }
    }
  }

  @Test(
    "neither the mean colour nor the border pixels say more than half as much again as chance",
    arguments: ClassificationTask.all)
  func shortcuts(_ task: ClassificationTask) {
    let (training, test) = (pictures(task, from: 0), pictures(task, from: 1_000_000))
    for (name, features) in [("mean colour", meanColour), ("border", border)] {
      let classifier = LeastSquaresClassifier(
        training.images.map(features), labels: training.labels, classes: task.classes.count)
      let accuracy = classifier.accuracy(test.images.map(features), labels: test.labels)
      #expect(accuracy <= 1.5 / Double(task.classes.count), "\(task.id), \(name): \(accuracy)")
    }
  }

  @Test("the same classifier does find a shortcut where there is one")
  func control() {
    let places = Background.Kind.allCases
    func pictures(_ seeds: Range<UInt64>) -> [[Float]] {
      seeds.map { seed in
        var scene = Scene(.cat, seed: seed)
        scene.background.colour = seed % 2 == 0 ? RGB(0.6, 0.45, 0.4) : RGB(0.4, 0.45, 0.6)
        scene.background.kind = places[Int(seed / 2) % places.count]
        return border(scene.picture(size: 16))
      }
    }
    let classifier = LeastSquaresClassifier(pictures(0..<400), labels: (0..<400).map { $0 % 2 }, classes: 2)
    #expect(classifier.accuracy(pictures(400..<600), labels: (0..<200).map { $0 % 2 }) > 0.75)
  }
}
