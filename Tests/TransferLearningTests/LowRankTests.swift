import Autograd
import Foundation
import ModelZoo
import NeuralNetworks
import Testing
import TransferLearning

private func wave(_ shape: [Int], _ a: Double, _ b: Double) -> Tensor {
  Tensor((0..<shape.reduce(1, *)).map { Float(sin(a * Double($0) + b)) }, shape: shape)
}

private func network(_ random: inout RandomSource) -> Network {
  Network(.nanoVGG, classes: ["a", "b", "c"], inputSize: 8, random: &random)
}

@Suite struct LowRankTests {
  /// x = wave(2×5; 0.9, 0.3), A = wave(2×5; 0.7, 2), B = wave(3×2; 0.5, 0.1), α = 3, and the sum of
  /// (x @ (α/2 · B @ A).T)², with its gradients, in PyTorch 2.13 in double precision.
  @Test("the change is α / r · B A, and its gradients are PyTorch's")
  func values() {
    var random = RandomSource(seed: 1)
    let update = LowRankUpdate(inputs: 5, outputs: 3, rank: 2, alpha: 3, random: &random)
    update.down.set(wave([2, 5], 0.7, 2))
    update.up.set(wave([3, 2], 0.5, 0.1))
    let x = wave([2, 5], 0.9, 0.3)
    let output = update(x, .training)
    let loss = output.square().sum()
    let found = loss.gradients()
    #expect(zip(output.values, x.linear(weight: update.change).values).allSatisfy { abs($0 - $1) < 1e-5 })
    expect([loss.item], Reference.loss)
    expect(found[update.down.value]?.values, Reference.down)
    expect(found[update.up.value]?.values, Reference.up)
  }

  private func expect(_ got: [Float]?, _ wanted: [Float], _ place: SourceLocation = #_sourceLocation) {
    #expect(got?.count == wanted.count, sourceLocation: place)
    for (got, wanted) in zip(got ?? [], wanted) {
      #expect(abs(got - wanted) <= 1e-5 * max(1, abs(wanted)), sourceLocation: place)
    }
  }

  @Test("a network with updates that have learnt nothing answers as without them")
  func start() {
    var random = RandomSource(seed: 2)
    let plain = network(&random)
    let pictures = wave([4, 8, 8, 3], 0.37, 1)
    let before = plain(pictures).values
    #expect(
      zip(LowRankNetwork(plain, rank: 2, random: &random)(pictures).values, before).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test(
    "updates of rank r have r · (in + out) values, and nothing else learns but they and the head", arguments: [1, 4])
  func counts(rank: Int) {
    var random = RandomSource(seed: 3)
    let adapted = LowRankNetwork(network(&random), rank: rank, random: &random)
    #expect(adapted.updates.map(\.parameterCount) == [(27 + 16) * rank, (144 + 32) * rank, (288 + 64) * rank])
    #expect(adapted.trainableCount == 571 * rank + 64 * 3 + 3)
  }

  @Test(
    "training changes the updates and the head, and not one bit of what is frozen; merged, the network answers the same"
  )
  func training() throws {
    var random = RandomSource(seed: 4)
    let plain = network(&random)
    let adapted = LowRankNetwork(plain, rank: 2, random: &random)
    let head = Set(plain.layerGroups[plain.layerGroups.count - 1].state.map(ObjectIdentifier.init))
    let frozen = plain.state.map(\.parameter).filter { !head.contains(ObjectIdentifier($0)) }
    let before = frozen.map(\.value.values)
    let pictures = wave([6, 8, 8, 3], 0.37, 1)
    let batch = LabelledBatch(inputs: pictures, labels: [0, 1, 2, 0, 1, 2])
    let optimizer = Adam(adapted.parameters.filter(\.isTrainable), learningRate: 0.01)
    let epochs = try TrainingLoop(epochs: 30).run(adapted, optimizer: optimizer) { _ in [batch] }
    #expect((epochs.last?.training.loss ?? 9) < 0.5 * epochs[0].training.loss)
    #expect(frozen.map(\.value.values) == before)
    #expect(adapted.updates.allSatisfy { $0.change.values.contains { $0 != 0 } })
    let learnt = adapted(pictures).values
    #expect(zip(plain(pictures).values, learnt).contains { abs($0 - $1) > 0.01 })
    adapted.merge()
    #expect(zip(plain(pictures).values, learnt).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(zip(adapted(pictures).values, learnt).allSatisfy { abs($0 - $1) < 1e-4 })
  }
}

private enum Reference {
  static let loss: [Float] = [8.0883588]
  static let down: [Float] = [
    5.0408328, 6.9295088, 3.5740706, -2.4861529, -6.6649055, 0.5200700, 3.6987866, 4.0783352, 1.3714810, -2.3732827,
  ]
  static let up: [Float] = [
    -15.4271637, 14.0141258, 1.9346574, 0.1172510, 17.5177635, -13.8874238,
  ]
}
