import Datasets
import Imaging
import Testing

@Suite("No shortcut gives a class away")
struct FairnessTests {
  private static let size = 24
  private static let classes = 16
  private static let perClass = 100

  /// Pictures of two sets: one to fit the classifier on, one to score it.
  private static let training = Menagerie().trainingSet(count: classes * perClass, size: size)
  private static let test = Menagerie().testSet(count: classes * perClass, size: size)

  private func accuracy(_ features: (Image) -> [Float]) -> Double {
    let (training, test) = (Self.training, Self.test)
    let classifier = LeastSquaresClassifier(
      (0..<training.count).map { features(training[$0]) }, labels: training.labels, classes: Self.classes)
    return classifier.accuracy((0..<test.count).map { features(test[$0]) }, labels: test.labels)
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

  @Test("the mean colour says at most half as much again as chance")
  func colour() {
    let accuracy = accuracy(meanColour)
    #expect(accuracy <= 1.5 / Double(Self.classes), "\(accuracy)")
  }

  @Test("the border pixels say at most half as much again as chance")
  func surroundings() {
    let accuracy = accuracy(border)
    #expect(accuracy <= 1.5 / Double(Self.classes), "\(accuracy)")
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
