import Autograd
import NeuralNetworks
import Testing
import TransferLearning

@Suite struct DualEncoderTests {
  private func tower(looksAhead: Bool, _ seed: UInt64 = 1) -> WordTower {
    var random = RandomSource(seed: seed)
    return WordTower(vocabulary: 9, width: 5, hidden: 7, outputs: 4, looksAhead: looksAhead, random: &random)
  }

  @Test("to a tower of words alone the same words in another order are one text; to one that looks ahead they are not")
  func order() {
    let texts = Tensor([1, 2, 3, 4, 5, 1, 5, 3, 4, 2], shape: [2, 5])
    func difference(_ tower: WordTower) -> Float {
      let rows = tower(texts, .inference)
      return (rows.slice(0..<1, along: 0) - rows.slice(1..<2, along: 0)).abs().sum().item
    }
    #expect(difference(tower(looksAhead: false)) < 1e-5)
    #expect(difference(tower(looksAhead: true)) > 0.01)
  }

  @Test("what is nothing changes nothing: a text is the same however many zeros follow it")
  func padding() {
    for looksAhead in [false, true] {
      let tower = tower(looksAhead: looksAhead)
      let short = tower(Tensor([3, 7], shape: [1, 2]), .inference).values
      let long = tower(Tensor([3, 7, 0, 0], shape: [1, 4]), .inference).values
      #expect(zip(short, long).allSatisfy { abs($0 - $1) < 1e-6 })
    }
    #expect(tower(looksAhead: true)(Tensor([0, 0], shape: [1, 2]), .inference).isFinite)
  }

  @Test("the last word of a text does not look ahead into the next text")
  func borders() {
    let tower = tower(looksAhead: true)
    let alone = tower(Tensor([3, 7], shape: [1, 2]), .inference).values
    let first = tower(Tensor([3, 7, 5, 1], shape: [2, 2]), .inference).values.prefix(4)
    #expect(zip(alone, first).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("a class is the direction of the mean of its prompts, each of which counts alike")
  func classes() {
    let encoder = DualEncoder(pictures: Flatten(), texts: Flatten())
    let vectors = encoder.vectors(classes: [
      Tensor([10, 0, 0, 1], shape: [2, 2]), Tensor([0, 2], shape: [1, 2]),
    ])
    #expect(zip(vectors.values, [0.70710677, 0.70710677, 0, 1]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("pictures learn to find their captions: colours that were seen with one shape are found on another")
  func learning() throws {
    // A picture is three numbers of colour and three of shape; its text names both. One pair is left out.
    func picture(_ colour: Int, _ shape: Int) -> [Float] {
      (0..<6).map { $0 == colour || $0 == 3 + shape ? 1 : 0 }
    }
    let pairs = (0..<9).map { ($0 / 3, $0 % 3) }
    let seen = pairs.filter { $0 != (2, 2) }
    let set = FeatureSet<Learning>(
      features: Tensor((0..<80).flatMap { picture(seen[$0 % 8].0, seen[$0 % 8].1) }, shape: [80, 6]),
      labels: (0..<80).map { $0 % 8 })
    func text(_ pair: (Int, Int)) -> [Float] { [Float(1 + pair.0), Float(4 + pair.1)] }
    var random = RandomSource(seed: 1)
    let encoder = DualEncoder(
      pictures: Linear(6, 8, random: &random), texts: WordTower(vocabulary: 7, outputs: 8, random: &random))
    let epochs = try ContrastiveTraining(epochs: 20, learningRate: 0.02, batchSize: 16).run(
      encoder, pictures: set,
      captions: { places, _ in Tensor(places.flatMap { text(seen[$0 % 8]) }, shape: [places.count, 2]) }, seed: 1)
    #expect((epochs.last?.training.loss ?? 9) < (epochs.first?.training.loss ?? 0) / 3)
    #expect((epochs.last?.training.accuracy ?? 0) > 0.4)

    let all = encoder.vectors(texts: Tensor(pairs.flatMap(text), shape: [9, 2]))
    let unseen = encoder.vectors(pictures: Tensor(picture(2, 2), shape: [1, 6]))
    #expect(cosineSimilarities(unseen, all).indicesOfLargest() == [8])
    #expect(encoder.temperature < 0.1)
  }

  @Test("the temperature begins at a tenth and is learnt, but falls to a hundredth at most")
  func temperature() throws {
    let encoder = DualEncoder(pictures: Flatten(), texts: Flatten())
    #expect(abs(encoder.temperature - 0.1) < 1e-6)
    let pairs = Tensor([1, 0, 0, 1, -1, 0, 0, -1], shape: [4, 2])
    try ContrastiveTraining(epochs: 40, learningRate: 0.5, batchSize: 4).run(
      encoder, pictures: FeatureSet<Learning>(features: pairs, labels: [0, 1, 2, 3]),
      captions: { places, _ in pairs.gather(rows: places) }, seed: 1)
    #expect(abs(encoder.temperature - 0.01) < 1e-5)
  }
}
