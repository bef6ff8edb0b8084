import Autograd
import Datasets
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Testing
import Visualization

@Suite struct AttackTests {
  @Test("of 100 pictures chance flips hardly one, one step more, and many steps most", arguments: [false, true])
  func ordered(isTargeted: Bool) throws {
    let network = try Catalogue.network("mini-vgg")
    let batch = Menagerie().validationSet(count: 100)
    let labels = isTargeted ? batch.labels.map { ($0 + 1) % 16 } : batch.labels
    let attack = ProjectedGradient(
      radius: 8 / 255, steps: 10, norm: .maximum, isTargeted: isTargeted, staysOnLattice: true, keepsBest: true)
    let fast = ProjectedGradient.fastGradientSign(radius: 8 / 255, isTargeted: isTargeted, staysOnLattice: true)
    var random = RandomSource(seed: 1)
    func success(_ pictures: Tensor) -> Float {
      network.successRate(of: pictures, goals: attack.goals(for: labels))
    }
    let chance = success(attack.randomChange(of: batch.inputs, random: &random))
    let oneStep = success(fast.attack(network, batch.inputs, labels: labels))
    let steps = success(attack.attack(network, batch.inputs, labels: labels))
    #expect(chance <= 0.05 && chance <= oneStep && oneStep <= steps && steps >= 0.9)
  }

  @Test(
    "the bound holds in the file that was written, closed and read back, and so does the success",
    arguments: ProjectedGradient.Norm.allCases)
  func boundInFile(norm: ProjectedGradient.Norm) throws {
    let network = try Catalogue.network("mini-vgg")
    let batch = Menagerie().validationSet(count: 16)
    let radius: Float = norm == .maximum ? 4 / 255 : 0.8
    let attack = ProjectedGradient(radius: radius, steps: 10, norm: norm, staysOnLattice: true, keepsBest: true)
    let attacked = attack.attack(network, batch.inputs, labels: batch.labels)

    let file = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString).png")
    defer { try? FileManager.default.removeItem(at: file) }
    let read = try attacked.pictures.map { picture in
      try picture.writePNG(to: file)
      return try Image(contentsOf: file)
    }
    for (index, picture) in read.enumerated() {
      let original = batch.inputs.slice(index..<index + 1, along: 0)
      let distance = PictureDistance(from: original, to: Tensor([picture]))
      if norm == .maximum {
        #expect(distance.levels == 4 && abs(distance.maximum - radius) < 1e-6)
      } else {
        #expect(distance.euclidean <= radius * 1.000_01 && distance.euclidean > radius * 0.8)
      }
    }
    // Nothing was lost: what is read is what the attack gave, so the network answers the same.
    #expect(zip(Tensor(read).values, attacked.values).allSatisfy { abs($0 - $1) < 1e-6 })
    let goals = attack.goals(for: batch.labels)
    #expect(network.successRate(of: Tensor(read), goals: goals) == network.successRate(of: attacked, goals: goals))
  }
}
