import Autograd
import ModelZoo
import NeuralNetworks
import Testing

@testable import TransferLearning

/// The scores against the authors' formulas in NumPy, in float64: for LEEP the sums of its definition; for the H-score
/// `trace(pinv(cov(f)) @ cov(g))`, g the class means; for LogME the fixed point of the authors' program, and the evidence
/// from the matrices α I + β FᵀF themselves (`numpy.linalg.slogdet`), which also counts features that no picture reaches.
@Suite struct TransferabilityTests {
  /// Features in eighths, so that single precision has them exactly.
  private func features(_ count: Int, _ width: Int, _ classes: Int) -> (Tensor, [Int]) {
    let values = (0..<count).flatMap { i in
      (0..<width).map { j -> Float in
        let mark: Float = i % classes == j % classes ? Float(j % 3) / 4 : 0
        return Float((i * 37 + j * 11 + i * j * 5) % 17) / 8 - 1 + mark
      }
    }
    return (Tensor(values, shape: [count, width]), (0..<count).map { $0 % classes })
  }

  private func answers(_ count: Int, _ sources: Int, _ classes: Int) -> (Tensor, [Int]) {
    let rows = (0..<count).flatMap { i -> [Float] in
      let row = (0..<sources).map { j in
        Double(1 + (i * 7 + j * 5 + i * j * 3) % 13 + (i % classes == j % classes ? 9 : 0))
      }
      return row.map { Float($0 / row.reduce(0, +)) }
    }
    return (Tensor(rows, shape: [count, sources]), (0..<count).map { $0 % classes })
  }

  @Test(
    "LEEP equals its definition in double precision",
    arguments: [(12, 4, 3, -0.9670519832163028), (20, 6, 2, -0.5688406980536682)])
  func leep(count: Int, sources: Int, classes: Int, expected: Double) {
    let (probabilities, labels) = answers(count, sources, classes)
    #expect(abs(leepScore(probabilities, labels: labels) - expected) < 1e-7)
  }

  @Test("LEEP is 0 where answers tell every label, and minus the entropy of the labels where they tell nothing")
  func ends() {
    let labels = [0, 1, 1, 0]
    let sure = Tensor([0, 1, 1, 0, 1, 0, 0, 1], shape: [4, 2])
    #expect(leepScore(sure, labels: labels) == 0)
    let mute = Tensor([Float](repeating: 0.25, count: 16), shape: [4, 4])
    #expect(abs(leepScore(mute, labels: labels) + 0.6931471805599453) < 1e-12)
  }

  @Test(
    "LogME equals the authors' program, and where pictures are fewer than features the evidence of its definition",
    arguments: [
      (24, 5, 3, -0.8693258205464368), (40, 7, 4, -0.7259473789695062), (12, 20, 3, -0.8015172194633603),
    ])
  func logME(count: Int, width: Int, classes: Int, expected: Double) {
    let (values, labels) = features(count, width, classes)
    #expect(abs(logMEScore(values, labels: labels) - expected) < 1e-9)
  }

  @Test(
    "the H-score equals the authors' formula",
    arguments: [(24, 5, 3, 0.44756090619197747), (40, 7, 4, 0.3412274461392015), (12, 20, 3, 2)])
  func hScores(count: Int, width: Int, classes: Int, expected: Double) {
    let (values, labels) = features(count, width, classes)
    #expect(abs(hScore(values, labels: labels) - expected) < 1e-9)
  }

  @Test("a feature that is always 0 and one that is there twice are no new evidence and no new spread")
  func deadFeatures() {
    let (values, labels) = features(24, 5, 3)
    let wide = Tensor.concatenated(
      [values, Tensor([Float](repeating: 0, count: 24), shape: [24, 1]), values.inputColumn(0)], along: 1)
    #expect(abs(hScore(wide, labels: labels) - 0.44756090619197747) < 1e-9)
    #expect(abs(logMEScore(wide, labels: labels) + 0.8702012609217804) < 1e-9)
  }

  @Test("features that part the classes score higher than the same with labels dealt anew")
  func order() {
    var random = RandomSource(seed: 3)
    let labels = (0..<60).map { $0 % 3 }
    let noise = Tensor.normal(shape: [60, 6], random: &random)
    let marks = Tensor(labels.flatMap { label in (0..<6).map { $0 == label ? Float(2) : 0 } }, shape: [60, 6])
    let parted = noise + marks
    let dealt = labels.shuffled(using: &random)
    #expect(logMEScore(parted, labels: labels) > logMEScore(parted, labels: dealt) + 0.1)
    #expect(hScore(parted, labels: labels) > hScore(parted, labels: dealt) + 0.5)
  }

  @Test("the scores of a network are those of its features and answers, and leave what may learn as it was")
  func network() {
    var random = RandomSource(seed: 1)
    let network = Network(.nanoVGG, classes: ["a", "b", "c"], random: &random)
    let pictures = FeatureSet<Learning>(
      features: Tensor.uniform(shape: [10, 32, 32, 3], random: &random), labels: (0..<10).map { $0 % 2 })
    let scores = TransferabilityScores(of: network, on: pictures)
    #expect(!network.parameters.contains { !$0.isTrainable })
    #expect(scores.leep == leepScore(network.logits(of: pictures).softmax(), labels: pictures.labels))
    let made = network.whileFrozen { FrozenBase(of: network).features(of: pictures).features }
    #expect(scores.logME == logMEScore(made, labels: pictures.labels))
    #expect(scores.hScore == hScore(made, labels: pictures.labels))
  }
}

extension Tensor {
  /// One column as a matrix.
  fileprivate func inputColumn(_ column: Int) -> Tensor {
    let width = shape[1]
    return Tensor((0..<shape[0]).map { values[$0 * width + column] }, shape: [shape[0], 1])
  }
}
