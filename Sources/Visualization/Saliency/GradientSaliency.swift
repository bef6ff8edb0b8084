import Autograd
import ModelZoo
import NeuralNetworks

extension Network {
  /// How steeply the logit z_c of a class rises or falls with each pixel: maxₖ |∂z_c / ∂xₖ| over the channels k (Simonyan,
  /// Vedaldi and Zisserman, 2014, section 3.1).
  ///
  /// Pictures are `[N, H, W, C]` in [0, 1], each with the place of its class among the logits; heat is in logits for the range
  /// from black to white, and never negative.
  public func gradientSaliency(of pictures: Tensor, for labels: [Int]) -> Heat {
    let amounts = logitGradient(at: pictures, for: labels)
    let (shape, channels) = (pictures.shape, pictures.shape[3])
    return Heat(
      Tensor(shape: [shape[0], shape[1], shape[2], 1]) { heat in
        amounts.withValues { values in
          for place in heat.indices {
            heat[place] = (1..<channels).reduce(abs(values[place * channels])) {
              max($0, abs(values[place * channels + $1]))
            }
          }
        }
      })
  }

  /// The gradient of each picture's own logit with respect to its pixels, `[N, H, W, C]`; no value of the network changes.
  ///
  /// A few pictures go through the network at a time, so that memory does not grow with their number.
  func logitGradient(at pictures: Tensor, for labels: [Int]) -> Tensor {
    precondition(labels.count == pictures.shape[0], "\(pictures.shape[0]) pictures have as many labels, not \(labels)")
    return whileFrozen {
      .concatenated(
        pictures.chunks(ofPixels: 131_072).map { range in
          let some = pictures.slice(range, along: 0).requiringGradient()
          return self(some).gather(Array(labels[range])).sum().gradients()[some]
            ?? Tensor(shape: some.shape, filledWith: 0)
        })
    }
  }
}

extension Tensor {
  /// The places of pictures `[N, H, W, C]` in runs of at least one picture and at most so many pixels.
  func chunks(ofPixels pixels: Int) -> [Range<Int>] {
    let count = max(1, pixels / (shape[1] * shape[2]))
    return stride(from: 0, to: shape[0], by: count).map { $0..<min($0 + count, shape[0]) }
  }
}
