import Autograd
import Datasets
import NeuralNetworks
import Notebook
import TransferLearning

/// Where tricks are tried: a small network learns six animals, from random weights or from what it has learnt of ten other
/// classes, always in as many steps.
final class TrickBench {
  /// The six animals, and ten other classes.
  static let task = ClassificationTask(id: "six-animals", classes: animals.map { .init($0) })
  private static let animals: [Datasets.Category] = [.zebra, .elephant, .owl, .fish, .butterfly, .frog]
  private static let others = ClassificationTask(
    id: "ten-others", classes: Datasets.Category.source.filter { !animals.contains($0) }.map { .init($0) })
  /// The side of a picture, how many of a class there are to learn from, and how many in all to be scored on.
  static let size = 24, perClass = 15, testCount = 200
  /// Times that every picture is seen, and pictures in a batch.
  static let epochs = 12, batchSize = 10
  /// Steps of each training.
  static let steps = epochs * (6 * perClass / batchSize)
  /// Pictures of other classes that a network has learnt before it is fine-tuned.
  static let sourceCount = 900

  /// How a trained network does on the test.
  struct Outcome {
    /// The share that it gets right, the mean probability of its answers, and the mean cross entropy in nats.
    let accuracy, confidence, loss: Float
    /// The rate that it was trained at.
    let rate: Float
  }

  private struct Run: Hashable {
    let recipe: TrickRecipe
    let place: StartingPlace
    let seed: UInt64
  }

  private var outcomes: [Run: Outcome] = [:]
  private var sources: [Bool: [String: Tensor]] = [:]
  private var animals: [UInt64: (training: TrainingSet, test: TestSet)] = [:]

  /// Pictures of the six animals for a seed.
  func animals(seed: UInt64) -> (training: TrainingSet, test: TestSet) {
    if let known = animals[seed] { return known }
    let world = Menagerie(Self.task, seed: seed)
    let made = (
      world.trainingSet(count: 12 * Self.perClass, size: Self.size).perClass(Self.perClass),
      world.testSet(count: Self.testCount, size: Self.size)
    )
    animals[seed] = made
    return made
  }

  /// What a recipe comes to for a seed; the same one is trained once, whichever cell asks for it.
  func outcome(of recipe: TrickRecipe, _ place: StartingPlace, seed: UInt64) throws -> Outcome {
    let run = Run(recipe: recipe, place: place, seed: seed)
    if let known = outcomes[run] { return known }
    let network = try untrained(recipe, place, seed: seed)
    let rate = try train(network, recipe, on: animals(seed: seed).training, seed: seed)
    let test = animals(seed: seed).test
    let logits = network.logits(of: test, batch: 100)
    let classes = Self.task.classes.count
    let sureness = logits.softmax().values
    let confidences = stride(from: 0, to: sureness.count, by: classes).map { sureness[$0..<$0 + classes].max() ?? 0 }
    let outcome = Outcome(
      accuracy: accuracy(logits, test.labels), confidence: confidences.reduce(0, +) / Float(test.count),
      loss: crossEntropy(logits, test.labels).item, rate: rate)
    outcomes[run] = outcome
    return outcome
  }

  /// Trains a network as a recipe says, and gives the rate back that it was trained at.
  @discardableResult
  func train(
    _ network: DividedNetwork, _ recipe: TrickRecipe, on pictures: TrainingSet, epochs: Int = epochs, seed: UInt64
  ) throws -> Float {
    let optimizer = recipe.optimizer(of: network)
    if recipe.findsRate, let found = try rateCurve(network, recipe, on: pictures, seed: seed).suggestion {
      optimizer.learningRate = found
    }
    let loss = { logits, labels in crossEntropy(logits, labels, labelSmoothing: recipe.smoothing) }
    var loop = TrainingLoop(epochs: epochs, schedule: recipe.schedule.schedule, loss: loss)
    loop.objective = recipe.mixup.map { Mixup(alpha: $0, seed: seed).objective(of: network, loss: loss) }
    try loop.runWhileFinite(network, optimizer: optimizer) {
      pictures.shuffledBatches(of: Self.batchSize, seed: seed, epoch: $0)
    }
    return optimizer.learningRate
  }

  /// The search for a rate from where a network stands.
  func rateCurve(
    _ network: DividedNetwork, _ recipe: TrickRecipe, on pictures: TrainingSet, seed: UInt64
  ) throws -> LearningRateCurve {
    try LearningRateFinder().search(network, optimizer: recipe.optimizer(of: network)) { epoch in
      pictures.shuffledBatches(of: Self.batchSize, seed: seed, epoch: epoch)
    }
  }

  /// A network before it learns the animals.
  func untrained(_ recipe: TrickRecipe, _ place: StartingPlace, seed: UInt64) throws -> DividedNetwork {
    let network = recipe.network(classes: Self.task.classes.count, seed: seed)
    guard place == .tuned else { return network }
    let source = try sources[recipe.isNormed] ?? learntSource(recipe.isNormed)
    sources[recipe.isNormed] = source
    let features = source.filter { $0.key.hasPrefix("features.") }
    try network.load(network.stateTensors.merging(features) { _, learnt in learnt })
    return network
  }

  /// The weights of a network that has learnt the ten other classes.
  private func learntSource(_ isNormed: Bool) throws -> [String: Tensor] {
    var recipe = TrickRecipe.source
    recipe.isNormed = isNormed
    let network = recipe.network(classes: Self.others.classes.count, seed: 1)
    let pictures = Menagerie(Self.others, seed: 1).trainingSet(count: Self.sourceCount, size: Self.size)
    try train(network, recipe, on: pictures, epochs: 8, seed: 1)
    return network.stateTensors
  }
}

extension TrickRecipe {
  /// Five convolutions and a head, with what the recipe says between them.
  func network(classes: Int, seed: UInt64) -> DividedNetwork {
    var random = RandomSource(seed: seed)
    var (layers, channels): ([any Layer], Int) = ([], 3)
    for (stage, width) in [8, 16, 32, 32].enumerated() {
      let convolution = Convolution2D(channels, width, kernel: 3, padding: 1, random: &random)
      convolution.weight.set(weights([width, channels, 3, 3], &random))
      layers.append(convolution)
      if isNormed { layers.append(BatchNorm2D(width)) }
      layers.append(ReLU())
      if stage < 3 { layers.append(MaxPool2D(kernel: 2)) }
      channels = width
    }
    let head = Linear(channels, classes, random: &random)
    head.weight.set(weights([classes, channels], &random))
    return DividedNetwork(
      features: Sequential(numbered: layers + [GlobalAveragePool()]),
      head: dropout > 0 ? Sequential(numbered: [Dropout(dropout, seed: seed), head]) : Sequential([("1", head)]))
  }

  /// Weights as a recipe draws them: where it says nothing, uniform in ±1/√fan-in.
  private func weights(_ shape: [Int], _ random: inout RandomSource) -> Tensor {
    start?.weights(shape, &random) ?? .heUniform(shape: shape, gain: 1 / 3, random: &random)
  }

  /// What changes the weights.
  func optimizer(of network: some Layer) -> any Optimizer {
    let parameters = network.parameters
    let optimizer = SGD(parameters, learningRate: rate, momentum: momentum)
    return clipping.map { ClippedGradients(optimizer, of: parameters, longest: $0) } ?? optimizer
  }
}
