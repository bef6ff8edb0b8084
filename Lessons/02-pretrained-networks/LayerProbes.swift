import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

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
          return LinearProbe(on: training).accuracy(on: test)
        })
    }
  }
}
