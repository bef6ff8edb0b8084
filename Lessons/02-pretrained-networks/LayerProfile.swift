import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

/// A share for every one of some layers, from the picture on.
struct LayerProfile {
  let values: [Float]

  var first: Float { values[0] }
  var nextToLast: Float { values[max(0, values.count - 2)] }
  var last: Float { values[values.count - 1] }
  /// By how much the last layer is above the first.
  var rise: Float { last - first }
  /// By how much the last layer is below the one before it.
  var fallAtEnd: Float { nextToLast - last }
}

extension [LayerProfile] {
  /// The place of the layer with the largest mean, the first of several.
  var bestPlace: Int {
    let means = self[0].values.indices.map { place in map { $0.values[place] }.mean }
    return means.indices.max { means[$0] < means[$1] } ?? 0
  }
}

/// What a linear probe is asked about the course's network: the task that it was trained for, and two others.
enum ProbedTask: String, CaseIterable, StudyKey {
  case source, farm, digits

  var task: ClassificationTask {
    switch self {
    case .source: .menagerie
    case .farm: .farm
    case .digits: .digits
    }
  }
}

extension Network {
  /// The share of test pictures that a linear probe on each layer classifies rightly, after it was fitted on the pictures of a
  /// seed; one profile a seed.
  func probes(
    of layers: [String], on test: TestSet, seeds: [UInt64], few: (UInt64) -> TrainingSet
  ) -> [LayerProfile] {
    let scored = pooledFeatures(of: layers, for: test)
    return seeds.map { seed in
      let pictures = few(seed)
      let learnt = pooledFeatures(of: layers, for: pictures)
      return LayerProfile(
        values: layers.compactMap { layer in
          guard let training = learnt[layer], let test = scored[layer] else { return nil }
          return LinearProbe(on: training, classes: pictures.classNames.count).accuracy(on: test)
        })
    }
  }
}

extension StrongestCrops {
  /// The crops of all pictures of a set; `report` is called after each picture.
  init(_ network: Network, layers: [String], count: Int, of set: TestSet, report: () -> Void = {}) {
    self.init(network, layers: layers, count: count)
    for batch in set.batches(of: set.batchSize(atMost: 32)) {
      look(at: batch.inputs)
      for _ in 0..<batch.count { report() }
    }
  }

  /// For every layer: how far the six pictures that drive a channel most are of one class, averaged over the channels.
  ///
  /// 1 where all of them are always of one class; channels that no six pictures drive are left out.
  func purity(of layers: [String], _ labels: [Int]) -> LayerProfile {
    LayerProfile(
      values: layers.map { layer in
        let crops = (0..<channelCount(of: layer)).map { self.crops(of: layer, channel: $0) }
        return crops.filter { $0.count == 6 }.map { crops in
          let commonest = Dictionary(grouping: crops) { labels[$0.picture] }.values.map(\.count).max() ?? 0
          return Float(commonest) / 6
        }.mean
      })
  }
}

extension Axis {
  /// The depth of a layer among so many, counted from 1.
  static func depth(_ label: String, _ layers: Int) -> Axis {
    Axis(label, range: 0.8...Double(layers) + 0.2, ticks: (1...layers).map(Double.init))
  }
}
