import Autograd
import Foundation

/// How much each of the pictures `[N, H, W, C]` is covered by fine stripes, as `[N]`: 0 where nothing changes or changes go
/// all ways alike, and the larger the more of the fine contrast goes one way at each place.
///
/// With B the brightness between two Gaussian blurs, σ = 0.7 and 1.4 pixels, which keeps lines some pixels wide, and
/// J = G ∗ ∇B ∇Bᵀ its structure tensor under a Gaussian of σ = 2 pixels (Bigün and Granlund, 1987), it is the mean of
/// λ₁ − λ₂ over all places, where λ₁ ≥ λ₂ are the eigenvalues of J: the energy of the changes along the main direction
/// less that across it. Of several scales it is the one at which real zebras stand out most from other real animals.
public func stripeCoherence(_ pictures: Tensor) -> [Float] {
  let (height, width) = (pictures.shape[1], pictures.shape[2])
  precondition(height > 2 && width > 2, "pictures of \(width)×\(height) pixels have no gradient inside")
  let brightness = pictures.detached().mean(along: [3]).values
  return (0..<pictures.shape[0]).map { index in
    let picture = Grid(
      width: width, height: height, values: Array(brightness[index * width * height..<(index + 1) * width * height]))
    let (sharp, soft) = (picture.blurred(deviation: 0.7), picture.blurred(deviation: 1.4))
    let band = Grid(width: width, height: height, values: zip(sharp.values, soft.values).map { $0 - $1 })
    let tensor = band.structure.map { $0.blurred(deviation: 2).values }
    // λ₁ − λ₂ = √((J₁₁ − J₂₂)² + 4 J₁₂²).
    let differences = tensor[0].indices.map { hypot(tensor[0][$0] - tensor[2][$0], 2 * tensor[1][$0]) }
    return differences.reduce(0, +) / Float(differences.count)
  }
}

/// Numbers on a grid, row by row.
private struct Grid {
  let width, height: Int
  let values: [Float]

  /// The products of the central differences across and down: across², across · down, down², without the border.
  var structure: [Grid] {
    var products = [[Float]](repeating: [], count: 3)
    for y in 1..<height - 1 {
      for x in 1..<width - 1 {
        let across = values[y * width + x + 1] - values[y * width + x - 1]
        let down = values[(y + 1) * width + x] - values[(y - 1) * width + x]
        for (place, product) in [across * across, across * down, down * down].enumerated() {
          products[place].append(product)
        }
      }
    }
    return products.map { Grid(width: width - 2, height: height - 2, values: $0) }
  }

  /// The mean under a Gaussian window, which at the border weighs what there is.
  func blurred(deviation: Float) -> Grid {
    let reach = Int((3 * deviation).rounded(.up))
    let window = (-reach...reach).map { exp(-Float($0 * $0) / (2 * deviation * deviation)) }
    func pass(_ values: [Float], length: Int, step: Int, starts: [Int]) -> [Float] {
      var result = values
      for start in starts {
        for place in 0..<length {
          var (sum, weight) = (Float(0), Float(0))
          for near in max(0, place - reach)...min(length - 1, place + reach) {
            sum += window[near - place + reach] * values[start + near * step]
            weight += window[near - place + reach]
          }
          result[start + place * step] = sum / weight
        }
      }
      return result
    }
    let across = pass(values, length: width, step: 1, starts: (0..<height).map { $0 * width })
    return Grid(
      width: width, height: height, values: pass(across, length: height, step: width, starts: Array(0..<width)))
  }
}
