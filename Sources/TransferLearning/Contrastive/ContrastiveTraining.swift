import Autograd
import NeuralNetworks

/// The training of a dual encoder on pictures and their captions by the symmetric InfoNCE.
///
/// Steps are those of AdamW, whose rate rises for a tenth of the training and falls along half a cosine.
public struct ContrastiveTraining: Sendable {
  /// Times that every picture is seen.
  public var epochs: Int
  /// The largest step size.
  public var learningRate: Float
  /// Pairs in a batch: each has the others for its negatives.
  public var batchSize: Int

  /// A training of so many epochs.
  public init(epochs: Int, learningRate: Float = 0.004, batchSize: Int = 64) {
    precondition(epochs >= 0 && learningRate > 0 && batchSize > 1, "no training is like \(epochs) epochs")
    self.epochs = epochs
    self.learningRate = learningRate
    self.batchSize = batchSize
  }

  /// Trains the encoder on the pictures of a set; `captions` gives a text for each picture at some places, `[places.count, T]`,
  /// by chance one of those that there are.
  ///
  /// Pictures of one label are not held against each other. What is told of a step is its loss, and the share of pictures that
  /// find their caption in the batch.
  /// - Throws: what an observer throws, and `TrainingDivergence`.
  @discardableResult
  public func run(
    _ encoder: DualEncoder, pictures: some LabelledSet<Learning>,
    captions: @escaping (_ places: [Int], _ random: inout RandomSource) -> Tensor, seed: UInt64,
    observers: [any TrainingObserver] = []
  ) throws -> [TrainingLoop.Epoch] {
    var (random, current) = (RandomSource(seed: seed, stream: 0xCAB), [Int]())
    var loop = TrainingLoop(epochs: epochs, schedule: .oneCycle(warmUp: 0.1))
    loop.objective = { batch, _ in
      let logits = encoder.logits(pictures: batch.inputs, texts: captions(current, &random))
      let loss = infoNCE(logits, names: current.map { pictures.labels[$0] })
      return TrainingLoop.Objective(total: loss, loss: loss, logits: logits)
    }
    return try loop.run(
      encoder, optimizer: Adam.withDecoupledDecay(encoder.parameters, learningRate: learningRate), observers: observers
    ) { epoch in
      PlacedBatches(pictures, size: batchSize, seed: seed, epoch: epoch) { current = $0 }
    }
  }
}

/// The batches of an epoch, whose labels are the places in the batch itself: those of the captions that pictures have to find.
private struct PlacedBatches<Pictures: LabelledSet>: Sequence, IteratorProtocol where Pictures.Role == Learning {
  private var pictures: Batches<Pictures>
  private var places: Batches<FeatureSet<Learning>>
  private let tell: ([Int]) -> Void

  /// Before each batch is given, `tell` is told where its pictures are in the set.
  init(_ pictures: Pictures, size: Int, seed: UInt64, epoch: Int, tell: @escaping (_ places: [Int]) -> Void) {
    // Sets of as many examples have the same order.
    let places = FeatureSet<Learning>(
      features: Tensor(shape: [pictures.count, 0], filledWith: 0), labels: Array(pictures.labels.indices))
    self.pictures = pictures.shuffledBatches(of: size, seed: seed, epoch: epoch)
    self.places = places.shuffledBatches(of: size, seed: seed, epoch: epoch)
    self.tell = tell
  }

  var underestimatedCount: Int { pictures.underestimatedCount }

  mutating func next() -> LabelledBatch? {
    guard let batch = pictures.next(), let places = places.next()?.labels else { return nil }
    tell(places)
    return LabelledBatch(inputs: batch.inputs, labels: Array(places.indices))
  }
}
