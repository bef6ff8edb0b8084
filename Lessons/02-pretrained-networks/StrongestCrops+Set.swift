import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

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
