import Datasets
import ModelZoo
import NeuralNetworks
import Testing
import Visualization

@testable import Experiments

@Suite struct RobustTwinTests {
  @Test(
    "the robust twin keeps its accuracy under attacks of twenty steps",
    arguments: [(0, 0.95), (1, 0.9), (2, 0.75), (3, 0.5)] as [(Float, Float)])
  func withstands(radius: Float, accuracy: Float) throws {
    let twin = try Catalogue.network("mini-vgg-robust")
    let attack = ProjectedGradient(radius: radius, steps: 20)
    #expect(twin.accuracy(on: Menagerie().testSet(count: 160), under: attack) >= accuracy)
  }
}
