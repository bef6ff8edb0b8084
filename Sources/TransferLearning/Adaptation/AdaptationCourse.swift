import Autograd
import NeuralNetworks

/// An adaptation under way: what it remembers from step to step.
final class AdaptationCourse {
  private let plan: Adaptation
  private let network: DividedNetwork
  private let target: UnlabelledSet
  private let labelled: (any LabelledSet<Learning>)?
  private let discriminator: DomainDiscriminator?
  private let memories: NormMemories
  let optimizer: any Optimizer
  private var order: EndlessOrder
  private var labelledOrder: EndlessOrder?
  /// What the network is sure of at present, and the order in which it learns from that.
  private var pseudo = PseudoLabels(Tensor(shape: [0, 1], filledWith: 0))
  private var pseudoOrder: EndlessOrder?
  private var seeds: RandomSource

  init(
    _ plan: Adaptation, _ network: DividedNetwork, target: UnlabelledSet, labelled: (any LabelledSet<Learning>)?,
    seed: UInt64
  ) {
    (self.plan, self.network, self.target, self.labelled) = (plan, network, target, labelled)
    seeds = RandomSource(seed: seed, stream: 0xADA)
    if case .dann = plan.strategy {
      let width = network.head.parameters[0].value.shape[1]
      discriminator = DomainDiscriminator(features: width, random: &seeds)
    } else {
      discriminator = nil
    }
    if plan.strategy == .tent {
      optimizer = Adam(network.norms.flatMap { [$0.weight, $0.bias] }, learningRate: plan.learningRate)
    } else {
      optimizer = SGD(
        network.parameters + (discriminator?.parameters ?? []), learningRate: plan.learningRate, momentum: 0.9,
        weightDecay: 5e-4, nesterov: true)
    }
    memories = NormMemories(of: network)
    order = EndlessOrder(target.count, random: RandomSource(seed: seed, stream: 0xADB))
    labelledOrder = labelled.map { EndlessOrder($0.count, random: RandomSource(seed: seed, stream: 0xADC)) }
    // A network in use has its own statistics for the target from the first answer on.
    if plan.norms == .own, plan.strategy != .sourceOnly || labelled != nil {
      memories.use(.target)
      network.adaptBatchNorms(to: target)
      memories.use(.source)
    }
  }

  /// Puts the statistics in place that the network is scored with on the target.
  func useTarget() {
    switch plan.strategy {
    case .sourceOnly where labelled == nil: return
    case .adaBN:
      memories.use(.target)
      network.adaptBatchNorms(to: target)
    default: if plan.norms == .own { memories.use(.target) }
    }
  }

  /// Puts the statistics in place that it is scored with on the source.
  func useSource() { memories.use(.source) }

  /// What `body` gives while what the strategy leaves alone is frozen.
  @discardableResult
  func whileLearning<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard plan.strategy == .tent else { return try body() }
    let learning = Set(network.norms.flatMap { [ObjectIdentifier($0.weight), ObjectIdentifier($0.bias)] })
    let others = network.parameters.filter { $0.isTrainable && !learning.contains(ObjectIdentifier($0)) }
    others.forEach { $0.isTrainable = false }
    defer { others.forEach { $0.isTrainable = true } }
    return try body()
  }

  /// Lets the network say anew what it is sure of.
  func beginEpoch() {
    guard case .selfTraining(let way) = plan.strategy else { return }
    useTarget()
    pseudo = PseudoLabels(
      target.probabilities(by: network), threshold: way.threshold, share: way.share, isBalanced: way.isBalanced)
    pseudoOrder =
      pseudo.places.count > 1 ? EndlessOrder(pseudo.places.count, random: RandomSource(seed: seeds.next())) : nil
    useSource()
  }

  /// The batches of an epoch: those of the source, without a last one of one example; for TENT those of the target, whose
  /// labels are −1, which is no class.
  func batches(of source: some LabelledSet<Learning>, seed: UInt64, epoch: Int) -> AnySequence<LabelledBatch> {
    let size = plan.batchSize
    guard plan.strategy == .tent else {
      let batches = source.shuffledBatches(of: size, seed: seed, epoch: epoch)
      let isOneLeft = source.count % size == 1 && source.count > 1
      return AnySequence(FirstBatches(batches, count: batches.underestimatedCount - (isOneLeft ? 1 : 0)))
    }
    let steps = max(1, target.count / size)
    return AnySequence(
      (0..<steps).lazy.map { [self] _ in
        let inputs = order.next(size, of: target)
        return LabelledBatch(inputs: inputs, labels: [Int](repeating: -1, count: inputs.shape[0]))
      })
  }

  /// What a step makes smaller.
  func objective(_ batch: LabelledBatch, _ progress: Float) -> TrainingLoop.Objective {
    if plan.strategy == .tent {
      if plan.norms == .own { memories.use(.target) }
      let logits = network(batch.inputs, .training)
      let entropy = predictionEntropy(logits)
      return TrainingLoop.Objective(total: entropy, loss: entropy, logits: logits)
    }
    let ramp = adaptationRamp(progress)
    let (source, target) = features(batch.inputs, with: targetBatch())
    let logits = network.head(source, .training)
    let loss = crossEntropy(logits, batch.labels)
    var total = loss
    if let target { total = total + alignment(source, target.features, target.labels, ramp) }
    if let labelled, var order = labelledOrder {
      let places = order.next(plan.batchSize)
      labelledOrder = order
      if plan.norms == .own { memories.use(.target) }
      total =
        total + crossEntropy(network(labelled.inputs(at: places), .training), places.map { labelled.labels[$0] })
    }
    return TrainingLoop.Objective(total: total, loss: loss, logits: logits)
  }

  /// The target's part of the objective.
  private func alignment(_ source: Tensor, _ target: Tensor, _ labels: [Int], _ ramp: Float) -> Tensor {
    switch plan.strategy {
    case .sourceOnly, .adaBN, .tent: Tensor(0)
    case .coral(let weight): coralDistance(source: source, target: target) * (weight * ramp)
    case .mmd(let weight):
      maximumMeanDiscrepancy(source: source, target: target, bandwidth: .median) * (weight * ramp)
    case .dann(let weight):
      (discriminator?.adversarialLoss(source: source, target: target, reversal: ramp) ?? Tensor(0)) * weight
    case .selfTraining: crossEntropy(network.head(target, .training), labels)
    }
  }

  /// Some examples of the target that the strategy looks at, with what the network itself takes them for, where it is to
  /// learn from that.
  private func targetBatch() -> (inputs: Tensor, labels: [Int])? {
    switch plan.strategy {
    case .sourceOnly, .adaBN: return nil
    case .coral, .mmd, .dann, .tent: return (order.next(plan.batchSize, of: target), [])
    case .selfTraining:
      guard let chosen = pseudoOrder?.next(plan.batchSize) else { return nil }
      let places = chosen.map { pseudo.places[$0] }
      return (target.inputs(at: places, varyingBy: &seeds), chosen.map { pseudo.labels[$0] })
    }
  }

  /// The features of both batches, each normalised as the plan says.
  private func features(
    _ source: Tensor, with target: (inputs: Tensor, labels: [Int])?
  ) -> (source: Tensor, target: (features: Tensor, labels: [Int])?) {
    guard let target else {
      memories.use(.source)
      return (network.features(source, .training), nil)
    }
    if plan.norms == .oneBatch {
      let (n, m) = (source.shape[0], target.inputs.shape[0])
      let both = network.features(.concatenated([source, target.inputs]), .training)
      return (both.slice(0..<n, along: 0), (both.slice(n..<n + m, along: 0), target.labels))
    }
    memories.use(.source)
    let ofSource = network.features(source, .training)
    if plan.norms == .own { memories.use(.target) }
    return (ofSource, (network.features(target.inputs, .training), target.labels))
  }
}

/// The first of some batches; it knows how many they are, which the standard library's `prefix` does not.
private struct FirstBatches<Base: Sequence<LabelledBatch>>: Sequence, IteratorProtocol {
  private var batches: Base.Iterator
  private var left: Int

  init(_ batches: Base, count: Int) {
    self.batches = batches.makeIterator()
    left = count
  }

  var underestimatedCount: Int { left }

  mutating func next() -> LabelledBatch? {
    guard left > 0 else { return nil }
    left -= 1
    return batches.next()
  }
}
