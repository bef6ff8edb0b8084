import Autograd
import Testing
import TransferLearning

@Suite struct PseudoLabelTests {
  private let probabilities = Tensor(
    [0.9, 0.1, 0.6, 0.4, 0.2, 0.8, 0.95, 0.05, 0.99, 0.01, 0.7, 0.3], shape: [6, 2])

  @Test("only what is sure enough is taken, in its order")
  func threshold() {
    let chosen = PseudoLabels(probabilities, threshold: 0.75)
    #expect(chosen.places == [0, 2, 3, 4] && chosen.labels == [0, 1, 0, 0])
  }

  @Test("of each class the surer share is taken, rounded up")
  func share() {
    let chosen = PseudoLabels(probabilities, share: 0.5)
    #expect(chosen.places == [0, 2, 3, 4] && chosen.labels == [0, 1, 0, 0])
    #expect(PseudoLabels(probabilities, share: 0.2).places == [2, 4])
  }

  @Test("balanced, no class may give more than its part of all")
  func balance() {
    let chosen = PseudoLabels(probabilities, share: 0.6, isBalanced: true)
    #expect(chosen.places == [2, 3, 4] && chosen.labels == [1, 0, 0])
  }

  @Test("their accuracy counts what is right, and is 0 of none")
  func accuracy() {
    #expect(PseudoLabels(probabilities, threshold: 0.75).accuracy(for: [0, 0, 1, 1, 0, 0]) == 0.75)
    #expect(PseudoLabels(probabilities, threshold: 1).accuracy(for: [0, 0, 1, 1, 0, 0]) == 0)
  }
}
