import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// A network that has been adapted to a target, and how it went.
public struct AdaptedNetwork {
  /// How a network does on both domains as it is.
  package struct Standing {
    /// The share of the source's validation pictures and of the target's test pictures that are classified rightly.
    package let source, target: Float
    /// What the target's test pictures are taken for.
    package let predictions: Predictions
    /// Features of some pictures of each domain, `[n, d]` and `[m, d]`.
    package let features: (source: Tensor, target: Tensor)

    init(of network: Network, _ divided: DividedNetwork, on pair: AdaptationPair) {
      let (validation, test) = (pair.source.validation, pair.target.test)
      source = network.score(on: validation).accuracy
      let logits = network.logits(of: test)
      target = NeuralNetworks.accuracy(logits, test.labels)
      predictions = Predictions(logits.softmax(), of: test)
      let most = 150
      features = network.whileFrozen {
        (
          divided.features(validation.inputs(at: validation.labels.indices.prefix(most)), .inference),
          divided.features(test.inputs(at: test.labels.indices.prefix(most)), .inference)
        )
      }
    }
  }

  /// How it stood after an epoch.
  package struct Point {
    /// Counted from 1, over both phases.
    package let epoch: Int
    /// Whether it was adapting, or still learning the source.
    package let isAdapting: Bool
    /// Accuracy on the source's validation pictures, the information in the answers on the target, and the mean of both, by
    /// which an epoch is chosen.
    package let source, information, honestScore: Float
    /// Accuracy on the target's test pictures, which chooses nothing.
    package let target: Float
  }

  /// The network; its file will say how it was made.
  public private(set) var network: Network
  package let before, after: Standing
  package let points: [Point]
  /// How long it took.
  package let seconds: Double

  init(
    _ network: Network, _ training: AdaptationTraining, before: Standing, after: Standing, points: [Point],
    seconds: Double
  ) {
    (self.network, self.before, self.after, self.points, self.seconds) = (network, before, after, points, seconds)
    self.network.provenance = [
      "made_with": "alih adapt --method \(training.settings.method.rawValue)",
      "training":
        "\(training.pair.source.training.count) pictures of \(training.pair.source.name), then "
        + "\(training.pair.target.training.count) of \(training.pair.target.name) without labels, seed "
        + "\(training.settings.seed)",
      "target_accuracy": "\(after.target) of \(training.pair.target.test.count) pictures",
    ]
  }

  /// The epoch that the network was kept from, counted from 1 over both phases.
  package var keptEpoch: Int {
    let adapting = points.filter(\.isAdapting)
    let best = adapting.reduce(adapting.first) { $1.honestScore > $0?.honestScore ?? -1 ? $1 : $0 }
    return (best ?? points.last)?.epoch ?? 0
  }

  /// What came of it, in one line.
  public func summary(of training: AdaptationTraining, in language: Language) -> String {
    func percent(_ share: Float) -> String { ValueFormat.percent.text(Double(share), in: language) }
    let (count, time) = (training.pair.target.test.count, ValueFormat.seconds.text(seconds, in: language))
    let (earlier, later) = (percent(before.target), percent(after.target))
    guard training.isAdapting else {
      return language == .en
        ? "\(later) of \(count) target pictures are classified rightly by a network that knows the source alone, \(time)"
        : "\(later) dari \(count) gambar target diklasifikasi benar oleh jaringan yang hanya mengenal sumber, \(time)"
    }
    return language == .en
      ? "\(later) of \(count) target pictures are classified rightly, before adaptation \(earlier), \(time)"
      : "\(later) dari \(count) gambar target diklasifikasi dengan benar, sebelum adaptasi \(earlier), \(time)"
  }
}
