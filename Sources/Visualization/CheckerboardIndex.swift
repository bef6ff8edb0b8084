import Autograd

/// How much of the finest detail of each of the pictures `[N, H, W, C]` is a checkerboard, as `[N]`, from 0 to 1; for
/// white noise it is 1/3.
///
/// Each block of 2×2 pixels a b / c d has three details, across (a − b + c − d) / 2, down (a + b − c − d) / 2 and the
/// checkerboard (a − b − c + d) / 2, those of Haar's wavelet. The index is the share of the last in the sum of all squares.
/// Strides in a network leave checkerboards in its gradients (Odena, Dumoulin and Olah, 2016).
public func checkerboardIndex(_ pictures: Tensor) -> [Float] {
  let (height, width, channels) = (pictures.shape[1], pictures.shape[2], pictures.shape[3])
  let values = pictures.values
  return (0..<pictures.shape[0]).map { picture in
    var (all, checkered) = (Float(0), Float(0))
    for y in stride(from: 0, to: height - 1, by: 2) {
      for x in stride(from: 0, to: width - 1, by: 2) {
        for channel in 0..<channels {
          let place = ((picture * height + y) * width + x) * channels + channel
          let (a, b) = (values[place], values[place + channels])
          let (c, d) = (values[place + width * channels], values[place + (width + 1) * channels])
          let (across, down, checker) = (a - b + c - d, a + b - c - d, a - b - c + d)
          checkered += checker * checker
          all += across * across + down * down + checker * checker
        }
      }
    }
    return all > 0 ? checkered / all : 0
  }
}
