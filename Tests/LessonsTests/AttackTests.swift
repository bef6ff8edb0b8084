import Autograd
import Datasets
import ModelZoo
import Testing
import Visualization

@Suite struct AttackTests {
  @Test("chance flips hardly a picture, one step more, and many steps most, whatever the norm")
  func ordered() throws {
    let network = try Catalogue.network("mini-vgg")
    let batch = Menagerie().validationSet(count: 100).batch(Array(0..<100))
    let goals = batch.labels.map(AttackGoal.anythingBut)
    let attack = ProjectedGradient(radius: 8 / 255, steps: 10, norm: .maximum, staysOnLattice: true)
    var random = RandomSource(seed: 1)
    let chance = network.successRate(of: attack.randomChange(of: batch.images, random: &random), goals: goals)
    let oneStep = network.successRate(
      of: ProjectedGradient.fastGradientSign(radius: 8 / 255, staysOnLattice: true)
        .attack(network, batch.images, labels: batch.labels), goals: goals)
    let steps = network.successRate(of: attack.attack(network, batch.images, labels: batch.labels), goals: goals)
    #expect(chance <= 0.05 && chance <= oneStep && oneStep <= steps && steps >= 0.9)
  }
}
