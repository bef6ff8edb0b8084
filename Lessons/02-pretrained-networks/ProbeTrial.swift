import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

/// How well a linear probe reads the classes of a world off each layer of a network.
struct ProbeTrial {
  private let world: Menagerie
  private let network: Network
  private let layers: [String]
  private let picturesPerClass: Int
  private let test: [String: TestFeatures]

  /// A trial; the test pictures go through the network once, whatever the number of seeds.
  init(_ world: Menagerie, _ network: Network, _ layers: [String], picturesPerClass: Int = 20, testCount: Int = 480) {
    self.world = world
    self.network = network
    self.layers = layers
    self.picturesPerClass = picturesPerClass
    test = network.pooledFeatures(of: layers, for: world.testSet(count: testCount))
  }

  /// The share of test pictures that the probe on each layer classifies rightly, in [0, 1], after it was fitted on the
  /// pictures of another world with the same task.
  func accuracies(seed: UInt64) -> [Float] {
    let classes = world.task.classes.count
    let training = Menagerie(world.task, seed: seed).trainingSet(count: picturesPerClass * classes)
    let features = network.pooledFeatures(of: layers, for: training)
    return layers.compactMap { layer in
      guard let training = features[layer], let test = test[layer] else { return nil }
      return LinearProbe(on: training, classes: classes).accuracy(on: test)
    }
  }
}

/// For every layer: how far the six pictures that drive a channel most are of one class, averaged over the channels.
///
/// 1 where all of them are always of one class; channels that no picture drives are left out.
func purity(of network: Network, _ layers: [String], on set: TestSet) -> [Float] {
  var strongest = StrongestCrops(network, layers: layers, count: 6)
  for batch in set.batches(of: 32) { strongest.look(at: batch.inputs) }
  return layers.map { layer in
    let crops = (0..<strongest.channelCount(of: layer)).map { strongest.crops(of: layer, channel: $0) }
    return crops.filter { $0.count == 6 }.map { crops in
      let labels = crops.map { set.labels[$0.picture] }
      let commonest = Dictionary(grouping: labels) { $0 }.values.map(\.count).max() ?? 0
      return Float(commonest) / 6
    }.mean
  }
}
