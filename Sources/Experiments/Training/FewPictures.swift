import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import TransferLearning

/// A few pictures of a task to learn from, and the places that learning can start from.
///
/// The pictures of a seed are those of a world of their own; with more a class, the first of them stay the same.
package struct FewPictures {
  package let training: TrainingSet
  package let seed: UInt64
  private let source: Network

  package init(
    of task: ClassificationTask, style: Style = .photo, perClass count: Int, seed: UInt64, for source: Network
  ) {
    let world = Menagerie(task, style: style, seed: seed)
    self.init(
      world.trainingSet(count: count * task.classes.count, size: source.inputSize).perClass(count), seed: seed,
      for: source)
  }

  /// Any pictures to learn from.
  package init(_ training: TrainingSet, seed: UInt64, for source: Network) {
    self.training = training
    self.seed = seed
    self.source = source
  }

  /// Random weights everywhere: from scratch.
  package func untrained() -> Network {
    var random = RandomSource(seed: seed)
    return Network(source.architecture, classes: names, inputSize: source.inputSize, random: &random)
  }

  /// The same, trained until it knows these pictures or the epochs are over.
  package func fromScratch(epochs: Int? = nil, observers: [any TrainingObserver] = []) throws -> Network {
    try ScratchTraining(batchSize: max(5, training.count / 15), epochs: epochs ?? 60)
      .network(like: source, from: training, seed: seed, observers: observers)
  }

  /// What the source has learnt, θ₀, and a head that knows nothing.
  package func withNewHead() -> Network {
    var random = RandomSource(seed: seed)
    return source.withNewHead(classes: names, random: &random)
  }

  /// What the source has learnt, θ₀, and the head that logistic regression finds on its features: head first.
  package func withFittedHead() throws -> Network {
    let network = withNewHead()
    try network.fitHead(to: training)
    return network
  }

  private var names: [String] { training.classNames.map(\.english) }
}
