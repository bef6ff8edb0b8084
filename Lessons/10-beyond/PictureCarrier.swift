import Autograd
import Datasets
import NeuralNetworks
import TransferLearning

/// A generator that carries pictures into another style, and the discriminator that it is trained against.
///
/// Pictures first get the mean and the spread that each colour has in the wanted style; what the generator adds to that is
/// learnt: G(x) = m(x) + g(m(x)), with g three small convolutions.
struct PictureCarrier: Layer {
  /// The share of g, and what tells pictures of the wanted style from carried ones, place by place.
  let generator, discriminator: Sequential
  private let moments: StyleMoments

  /// A carrier with random weights, which begins near what the moments alone do.
  init(moments: StyleMoments, seed: UInt64) {
    var random = RandomSource(seed: seed, stream: 0x6A)
    self.moments = moments
    let last = Convolution2D(12, 3, kernel: 1, random: &random)
    last.weight.set(last.weight.value * 0.1)
    generator = Sequential(numbered: [
      Convolution2D(3, 12, kernel: 3, padding: 1, random: &random), ReLU(),
      Convolution2D(12, 12, kernel: 3, padding: 1, random: &random), ReLU(), last,
    ])
    discriminator = Sequential(numbered: [
      Convolution2D(3, 16, kernel: 4, stride: 2, padding: 1, random: &random), ReLU(),
      Convolution2D(16, 24, kernel: 4, stride: 2, padding: 1, random: &random), ReLU(),
      Convolution2D(24, 1, kernel: 1, random: &random),
    ])
  }

  /// The carried pictures, which may leave [0, 1] by a little.
  func callAsFunction(_ pictures: Tensor, _ mode: Mode) -> Tensor {
    let matched = moments(pictures)
    return matched + generator((matched - 0.5) * 2, mode)
  }

  var children: [(name: String, layer: any Layer)] {
    [("generator", generator), ("discriminator", discriminator)]
  }

  /// The carried pictures as they can be shown, each value in [0, 1].
  func carried(_ pictures: Tensor) -> Tensor { whileFrozen { self(pictures).clamped(to: 0...1) } }

  /// Trains both at once by one loss, whose gradient is turned round on its way to the generator.
  ///
  /// The loss is the discriminator's cross entropy + `content` · the mean squared difference of carried pictures and matched ones,
  /// each on its own scale, so that what is to be seen stays.
  func train(
    from pictures: TrainingSet, to wanted: TrainingSet, content weight: Float, epochs: Int, seed: UInt64
  ) throws {
    var random = RandomSource(seed: seed, stream: 0x6B)
    var loop = TrainingLoop(epochs: epochs)
    loop.objective = { batch, _ in
      let real = wanted.inputs(at: (0..<batch.count).map { _ in random.below(wanted.count) })
      let made = self(batch.inputs, .training)
      let logits = discriminator(.concatenated([real, made.reversingGradient(1)]), .training)
      let isReal = Tensor(
        (0..<logits.count).map { $0 < logits.count / 2 ? 1 : 0 }, shape: logits.shape)
      let loss = binaryCrossEntropy(logits, isReal)
      let content = meanSquaredError(made.onOwnScale, moments(batch.inputs).onOwnScale)
      return .init(total: loss + content * weight, loss: loss, logits: Tensor(shape: [batch.count, 1], filledWith: 0))
    }
    try loop.run(self, optimizer: Adam(parameters, learningRate: 0.002, betas: (0.5, 0.99))) { epoch in
      pictures.shuffledBatches(of: 20, seed: seed, epoch: epoch)
    }
  }
}

/// Gives each colour of pictures the mean and the spread that it has in another set.
struct StyleMoments {
  private let factor, shift: Tensor

  /// From the pictures of one style to those of another.
  init(from pictures: TrainingSet, to wanted: TrainingSet) {
    let (own, other) = (pictures.inputs.channelMoments(), wanted.inputs.channelMoments())
    factor = (other.variance / (own.variance + 1e-5)).squareRoot()
    shift = other.mean - own.mean * factor
  }

  /// The pictures `[N, H, W, 3]`, each value held within [0, 1].
  func callAsFunction(_ pictures: Tensor) -> Tensor { (pictures * factor + shift).clamped(to: 0...1) }
}

extension Tensor {
  /// Pictures `[N, H, W, C]` with mean 0 and variance 1 in each channel of each picture.
  var onOwnScale: Tensor {
    let centred = self - mean(along: [1, 2], keepingAxes: true)
    return centred / (centred.square().mean(along: [1, 2], keepingAxes: true) + 1e-3).squareRoot()
  }
}
