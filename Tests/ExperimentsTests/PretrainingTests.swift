import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Testing
import Visualization

@testable import Experiments

@Suite struct PretrainingTests {
  /// A recipe with so few pictures that it takes no time, and learns nothing.
  private func small(_ name: String) throws -> PretrainingRecipe {
    var recipe = try #require(PretrainingRecipe.named(name))
    (recipe.epochs, recipe.trainingCount, recipe.testCount) = (1, 12, 16)
    recipe.attackedCount = min(recipe.attackedCount, 2)
    return recipe
  }

  @Test("every recipe trains, scores and tells how", arguments: PretrainingRecipe.all.map(\.name))
  func trains(name: String) throws {
    var losses: [Float] = []
    let network = try small(name).train(observers: [StepObserver { losses.append($0.loss) }])
    #expect(losses.count == 1 && losses.allSatisfy { 0..<100 ~= $0 })
    #expect(network.inputSize == (name == "mini-vgg-32" ? 32 : 64) && network.classes.count == 16)
    #expect(network.provenance["made_with"] == "alih pretrain \(name)")
    #expect(network.provenance["test_accuracy"]?.hasSuffix("of 16 pictures") == true)
    let test = Menagerie().testSet(count: 16, size: network.inputSize)
    #expect(network.testAccuracy == Double(network.accuracy(on: test)))
    let isAttacked = name.hasPrefix("mini-vgg") || name.hasSuffix("-robust")
    #expect((network.provenance["accuracy_under_attack"] != nil) == isAttacked)
  }

  @Test("what the file says of a network's training is what its recipe says", arguments: Catalogue.names)
  func sameWords(name: String) throws {
    var recipe = try #require(PretrainingRecipe.named(name))
    (recipe.testCount, recipe.attackedCount) = (1, 0)
    let network = try Catalogue.network(name)
    #expect(recipe.provenance(of: network)["training"] == network.provenance["training"])
  }

  @Test("the same recipe gives the same weights, and an adversary gives others")
  func repeatable() throws {
    func weights(_ radius: Float) throws -> [String: [Float]] {
      var recipe = try small("mini-vgg-robust")
      recipe.attackedCount = 0
      recipe.adversary = AdversarialTraining(radius: radius, steps: 1, growth: 0.01)
      recipe.epochs = 2
      return try recipe.train().stateTensors.mapValues(\.values)
    }
    let once = try weights(1)
    #expect(try weights(1) == once)
    #expect(try weights(0) != once)
  }

  @Test("an adversary grows from nothing to its full radius")
  func growth() {
    let adversary = AdversarialTraining(radius: 1.5, steps: 3, growth: 0.5)
    #expect([0, 0.25, 0.5, 1].map { adversary.attack(at: $0).radius } == [0, 0.75, 1.5, 1.5])
  }

  @Test("an attack of radius 0 costs mini-vgg nothing, one of radius 1 more than a third of its accuracy")
  func underAttack() throws {
    let network = try Catalogue.network("mini-vgg")
    let test = Menagerie().testSet(count: 24)
    let plain = network.accuracy(on: test)
    #expect(network.accuracy(on: test, under: ProjectedGradient(radius: 0, steps: 5)) == plain)
    #expect(network.accuracy(on: test, under: ProjectedGradient(radius: 1, steps: 5)) <= plain - 0.34)
  }
}
