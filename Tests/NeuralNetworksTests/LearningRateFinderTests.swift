import Autograd
import NeuralNetworks
import Testing

/// A linear layer, and four examples in two batches.
private struct Small {
  let layer: Linear
  let batches = [
    LabelledBatch(inputs: Tensor([1, 0, 2, 0, 1, -1], shape: [2, 3]), labels: [0, 1]),
    LabelledBatch(inputs: Tensor([2, 1, 0, -1, 0, 1], shape: [2, 3]), labels: [2, 1]),
  ]

  init() {
    var random = RandomSource(seed: 1)
    layer = Linear(3, 3, random: &random)
    layer.weight.set(Tensor([0.5, -0.2, 0.1, 0.3, 0.4, -0.6, -0.1, 0.2, 0.7], shape: [3, 3]))
  }

  func search(_ finder: LearningRateFinder, _ optimizer: some Optimizer) throws -> LearningRateCurve {
    try finder.search(layer, optimizer: optimizer) { [batches] _ in batches }
  }
}

@Suite struct LearningRateFinderTests {
  /// torch.optim.SGD with momentum 0.9 and the rate 0.01 · 10⁴^(i / 9) in step i, one batch after the other; smoothed with
  /// m ← 0.8 m + 0.2 loss, m / (1 − 0.8ⁱ⁺¹): PyTorch 2.13 in float64.
  @Test("rates, losses and smoothed losses are those of the same search in PyTorch")
  func reference() throws {
    let small = Small()
    let sgd = SGD(small.layer.parameters, learningRate: 1, momentum: 0.9)
    let curve = try small.search(LearningRateFinder(rates: 0.01...100, steps: 10), sgd)
    let rates: [Float] = [0.01, 0.027825594, 0.0774263683, 0.215443469, 0.59948425, 1.6681005, 4.64158883, 12.9154967]
    let losses: [Float] = [
      0.7545772054, 1.9439104433, 0.722082223, 1.7536425978, 0.4275342398, 0.3352693415, 0.5479848680, 0.0000016487,
    ]
    let smoothed: [Float] = [
      0.7545772054, 1.4153178935, 1.1312049138, 1.3420577878, 1.0700077081, 0.8708527601, 0.78914351, 0.599497881,
    ]
    for (place, point) in curve.points.prefix(8).enumerated() {
      #expect(abs(point.rate / rates[place] - 1) < 1e-5, "step \(place)")
      #expect(abs(point.loss - losses[place]) < 1e-5, "step \(place): \(point.loss)")
      #expect(abs(point.smoothed - smoothed[place]) < 1e-5, "step \(place): \(point.smoothed)")
    }
    #expect(curve.points.count == 10 && !curve.endedEarly)
    let suggestion = try #require(curve.suggestion)
    #expect(abs(suggestion - 10) < 1e-3, "a tenth of 100, where the loss is lowest: \(suggestion)")
  }

  @Test("afterwards network and optimiser are as they were, also where the search ends by a number that is not finite")
  func restored() throws {
    for rates in [Float(0.01)...100, 1e10...3e38] {
      let small = Small()
      let sgd = SGD(small.layer.parameters, learningRate: 0.25, momentum: 0.9)
      sgd.memory = [[Float](repeating: 1, count: 9), [1, 2, 3]]
      let before = (small.layer.weight.value.values, sgd.memory)
      let curve = try small.search(LearningRateFinder(rates: rates, steps: 10), sgd)
      #expect(small.layer.weight.value.values == before.0 && sgd.memory == before.1 && sgd.learningRate == 0.25)
      #expect(curve.endedEarly == (rates.lowerBound > 1))
      #expect(curve.points.allSatisfy { $0.loss.isFinite && $0.smoothed.isFinite })
    }
  }

  @Test("a search whose loss gets out of hand ends early, and what stops it from outside goes through")
  func endings() throws {
    let small = Small()
    let opposed = LabelledBatch(inputs: small.batches[0].inputs, labels: [1, 0])
    let finder = LearningRateFinder(rates: 0.1...1000, steps: 40)
    let curve = try finder.search(small.layer, optimizer: SGD(small.layer.parameters, learningRate: 1)) { epoch in
      [epoch % 2 == 0 ? small.batches[0] : opposed]
    }
    #expect(curve.endedEarly && curve.points.count > 10 && curve.points.count < 40)
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try finder.search(
        small.layer, optimizer: SGD(small.layer.parameters, learningRate: 1), advance: { throw Stop() }
      ) { _ in small.batches }
    }
  }

  @Test("a curve that does not fall suggests nothing")
  func nothing() {
    func curve(_ smoothed: [Float]) -> LearningRateCurve {
      LearningRateCurve(
        points: smoothed.enumerated().map { .init(rate: Float($0.offset + 1), loss: $0.element, smoothed: $0.element) },
        endedEarly: false)
    }
    #expect(curve([]).suggestion == nil && curve([1, 1.2, 3]).suggestion == nil)
    #expect(curve([1, 0.995, 3]).suggestion == nil && curve([1, 0.9, 0.8, 2]).suggestion == 0.3)
  }
}
