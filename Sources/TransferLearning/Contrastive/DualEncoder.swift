import Autograd
import Foundation
import NeuralNetworks

/// Two towers that bring pictures and texts into one space, where a picture and its caption point the same way (CLIP; Radford
/// et al., 2021).
///
/// ```swift
/// let encoder = DualEncoder(pictures: layers, texts: WordTower(vocabulary: words.count, outputs: 32, random: &random))
/// try ContrastiveTraining(epochs: 6).run(encoder, pictures: set, captions: captions, seed: 1)
/// let query = encoder.vectors(texts: words.numbers(of: ["a white horse with black stripes"]))
/// cosineSimilarities(encoder.vectors(pictures: photos), query)
/// ```
public struct DualEncoder: Layer {
  /// From pictures in [0, 1] `[N, H, W, C]`, and from texts `[N, T]`, to vectors `[N, d]` of one width.
  public let pictures, texts: any Layer
  /// ln(1 / τ), learnt with the towers.
  private let logScale: Parameter

  /// Two towers that end in vectors of one width; the temperature begins at 0.1.
  public init(pictures: any Layer, texts: any Layer) {
    (self.pictures, self.texts) = (pictures, texts)
    logScale = Parameter(Tensor([log(10)]))
  }

  /// τ, by which similarities are divided before they become probabilities; never below 0.01.
  public var temperature: Float { 1 / scale.values[0] }

  /// 1 / τ, with a way back to what is learnt.
  private var scale: Tensor { logScale.value.clamped(to: -10...log(100)).exp() }

  /// The vectors of pictures, as the tower gives them.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { pictures(input, mode) }

  /// The towers, and `log_scale`.
  public var children: [(name: String, layer: any Layer)] { [("pictures", pictures), ("texts", texts)] }
  public var state: [(name: String, parameter: Parameter)] { childState + [("log_scale", logScale)] }

  /// The vectors of pictures `[N, H, W, C]` as the towers are, in rows of length one.
  public func vectors(pictures: Tensor) -> Tensor { whileFrozen { self.pictures(pictures).withUnitRows() } }

  /// The vectors of texts `[N, T]` as the towers are, in rows of length one.
  public func vectors(texts: Tensor) -> Tensor { whileFrozen { self.texts(texts).withUnitRows() } }

  /// A vector of length one for each class that is known by its prompts alone, `[classes, d]`.
  ///
  /// It is the direction of the mean of its prompts' vectors. The class of a picture is the one whose vector has the largest
  /// cosine with the picture's.
  public func vectors(classes prompts: [Tensor]) -> Tensor {
    Tensor.concatenated(prompts.map { vectors(texts: $0).mean(along: [0], keepingAxes: true) }).withUnitRows()
  }

  /// The cosines of pictures and texts divided by the temperature, `[N, M]`, with a way back to towers and temperature.
  func logits(pictures: Tensor, texts: Tensor) -> Tensor {
    cosineSimilarities(self.pictures(pictures, .training), self.texts(texts, .training)) * scale
  }
}
