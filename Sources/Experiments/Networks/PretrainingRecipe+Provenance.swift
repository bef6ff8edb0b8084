import Datasets
import ModelZoo
import NeuralNetworks
import Visualization

extension PretrainingRecipe {
  /// How strong networks are said to be: the attack that their files report the accuracy under.
  public static let reportedAttack = ProjectedGradient(radius: 1, steps: 20)

  /// What the file of a trained network says about it: how it was made and, after one look at the test set, its score.
  package func provenance(of network: Network) -> [String: String] {
    let test = Menagerie().testSet(count: testCount, size: pictureSize)
    var entries = [
      "made_with": "alih pretrain \(name)",
      "training": training,
      "test_accuracy": "\(network.accuracy(on: test)) of \(test.count) pictures",
    ]
    if attackedCount > 0 {
      let attack = PretrainingRecipe.reportedAttack
      let accuracy = network.accuracy(on: test.subset(0..<min(attackedCount, testCount)), under: attack)
      entries["accuracy_under_attack"] =
        "\(accuracy) of \(attackedCount) pictures, each changed by at most \(attack.radius) (L2, pixels in [0, 1]) in "
        + "\(attack.steps) steps of projected gradient ascent"
    }
    return entries
  }

  private var training: String {
    let world = world.seed == 0 ? "the Menagerie" : "the Menagerie of seed \(world.seed)"
    let changes = noise > 0 ? "mirrored, shifted, recoloured and with noise" : "mirrored, shifted and recoloured"
    let size = pictureSize == 64 ? "" : " of \(pictureSize)×\(pictureSize) pixels"
    return (start.map { "from the weights of \($0), " } ?? "")
      + "\(trainingCount) pictures\(size) of \(world), \(epochs) epochs, batches of \(batchSize), SGD with "
      + "Nesterov momentum \(PretrainingRecipe.momentum), one-cycle rate up to \(learningRate), decay \(weightDecay), "
      + "label smoothing \(PretrainingRecipe.labelSmoothing), pictures \(changes), seed \(seed)"
      + (adversary.map {
        ", attacked (L2) in \($0.steps) steps within a radius that grows from 0 to \($0.radius) in the first "
          + "\($0.growth) of the training"
      } ?? "")
  }
}
