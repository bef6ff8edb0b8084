import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Testing

@Suite struct WayTrialTests {
  @Test("a choice among networks tries three ways, and recommends the cheapest that is not clearly behind the best")
  func choice() throws {
    let source = try DataSource(named: "farm", seed: 3)
    let networks = [(argument: "mini-vgg-32", source: TrainingSource(try Catalogue.network("mini-vgg-32"), name: "x"))]
    var settings = ChoiceSettings()
    settings.perClass = 30
    settings.seconds = 0.01
    var lines = 0
    let choice = try NetworkChoice(for: source, among: networks, settings) { _ in lines += 1 }
    #expect(lines == 4 && choice.candidates.count == 1 && choice.distance == nil)
    #expect(choice.trials.map(\.settings.strategy) == [.head, .fineTune, .scratch])
    #expect(choice.trials.dropFirst().allSatisfy { $0.settings.epochs == 1 })
    let (best, taken) = (choice.best, choice.recommendedTrial)
    #expect(choice.trials.allSatisfy { $0.accuracy <= best.accuracy } && !taken.isClearlyBehind(best))
    // One epoch from random weights is far behind what a trained network's head knows.
    #expect(choice.trials[2].isClearlyBehind(choice.trials[0]) && choice.recommended != .scratch)
    #expect(!best.isClearlyBehind(choice.trials[2]) && !best.isClearlyBehind(best))
  }
}
