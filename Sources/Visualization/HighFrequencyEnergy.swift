import Autograd
import Foundation

/// The energy of fine detail in each of the pictures `[N, H, W, C]`, as `[N]`: the part of the pixels' variance that lies
/// at spatial frequencies above a quarter of a cycle per pixel, averaged over the channels.
///
/// With F the two-dimensional discrete Fourier transform, it is Σ |F(u, v)|² / (H·W)² over all (u, v) whose frequency
/// √(u² + v²) is above 1/4. White noise of variance σ² has most of it, about 0.8 σ²; photographs have very little.
public func highFrequencyEnergy(_ pictures: Tensor) -> [Float] {
  let (number, height, width, channels) = (
    pictures.shape[0], pictures.shape[1], pictures.shape[2], pictures.shape[3]
  )
  // One row for each line of pixels: transform along x, then along y.
  let lines = pictures.detached().permuted([0, 3, 1, 2]).reshaped([number * channels * height, width])
  let waves = (0..<2).map { FourierBasis(width).matrix($0) }
  let across = waves.map { wave in
    lines.matrixProduct(wave).reshaped([number * channels, height, width]).permuted([0, 2, 1])
      .reshaped([number * channels * width, height])
  }
  let (cosine, sine) = (FourierBasis(height).matrix(0), FourierBasis(height).matrix(1))
  let real = across[0].matrixProduct(cosine) - across[1].matrixProduct(sine)
  let imaginary = across[0].matrixProduct(sine) + across[1].matrixProduct(cosine)
  let power = (real.square() + imaginary.square()).reshaped([number, channels, width, height])
  let fine = (power * highPass(width, height)).sum(along: [1, 2, 3])
  let scale = Float(channels) * Float(height * width) * Float(height * width)
  return (fine / scale).values
}

/// The waves of the discrete Fourier transform of a line of `length` pixels.
private struct FourierBasis {
  let length: Int

  init(_ length: Int) { self.length = length }

  /// cos(2π·x·u / length) for part 0, −sin(2π·x·u / length) for part 1, `[length, length]`.
  func matrix(_ part: Int) -> Tensor {
    let values = (0..<length).flatMap { x in
      (0..<length).map { u in
        let angle = 2 * Double.pi * Double(x * u % length) / Double(length)
        return Float(part == 0 ? cos(angle) : -sin(angle))
      }
    }
    return Tensor(values, shape: [length, length])
  }
}

/// 1 where the frequency is above a quarter of a cycle per pixel, else 0, `[width, height]`.
private func highPass(_ width: Int, _ height: Int) -> Tensor {
  func frequency(_ index: Int, _ length: Int) -> Float { Float(min(index, length - index)) / Float(length) }
  let values: [Float] = (0..<width).flatMap { u in
    (0..<height).map { v in
      let (x, y) = (frequency(u, width), frequency(v, height))
      return x * x + y * y > 1.0 / 16 ? 1 : 0
    }
  }
  return Tensor(values, shape: [width, height])
}
