import Autograd
import Foundation

/// How much each of the pictures `[N, H, W, C]` consists of stripes and straight edges, as `[N]`, from 0 (no direction is
/// preferred anywhere) to 1 (each place has one direction).
///
/// It is the coherence of the structure tensor J = G_σ ∗ ∇I ∇Iᵀ of the brightness I (Bigün and Granlund, 1987), weighted
/// by its energy: Σ (λ₁ − λ₂) / Σ (λ₁ + λ₂) over all places, with λ₁ ≥ λ₂ the eigenvalues of J there. ∇I are central
/// differences, G_σ is a Gaussian with σ = 3 pixels, so that a place has to be of one direction over several stripes.
public func stripeCoherence(_ pictures: Tensor) -> [Float] {
  let (height, width, channels) = (pictures.shape[1], pictures.shape[2], pictures.shape[3])
  precondition(height > 2 && width > 2, "pictures of \(width)×\(height) pixels have no gradient inside")
  let values = pictures.values
  return (0..<pictures.shape[0]).map { picture in
    func brightness(_ y: Int, _ x: Int) -> Float {
      let start = ((picture * height + y) * width + x) * channels
      return values[start..<start + channels].reduce(0, +) / Float(channels)
    }
    var products = [[Float]](repeating: [], count: 3)
    for y in 1..<height - 1 {
      for x in 1..<width - 1 {
        let across = brightness(y, x + 1) - brightness(y, x - 1)
        let down = brightness(y + 1, x) - brightness(y - 1, x)
        products[0].append(across * across)
        products[1].append(across * down)
        products[2].append(down * down)
      }
    }
    let smooth = products.map { smoothed($0, width: width - 2, height: height - 2, deviation: 3) }
    let places = smooth[0].indices
    // λ₁ − λ₂ = √((J₁₁ − J₂₂)² + 4 J₁₂²) and λ₁ + λ₂ = J₁₁ + J₂₂.
    let differences = places.map { place in
      hypot(smooth[0][place] - smooth[2][place], 2 * smooth[1][place])
    }
    let sums = places.map { smooth[0][$0] + smooth[2][$0] }
    let energy = sums.reduce(0, +)
    return energy > 0 ? differences.reduce(0, +) / energy : 0
  }
}

/// Values on a grid under a Gaussian window, which at the borders weighs what there is.
private func smoothed(_ values: [Float], width: Int, height: Int, deviation: Float) -> [Float] {
  let reach = Int((3 * deviation).rounded())
  func pass(_ values: [Float], length: Int, step: Int, starts: [Int]) -> [Float] {
    var result = values
    for start in starts {
      for place in 0..<length {
        let near = max(0, place - reach)...min(length - 1, place + reach)
        let weights = near.map { exp(-Float(($0 - place) * ($0 - place)) / (2 * deviation * deviation)) }
        let sum = zip(near, weights).reduce(Float(0)) { $0 + values[start + $1.0 * step] * $1.1 }
        result[start + place * step] = sum / weights.reduce(0, +)
      }
    }
    return result
  }
  let across = pass(values, length: width, step: 1, starts: (0..<height).map { $0 * width })
  return pass(across, length: height, step: width, starts: Array(0..<width))
}
