import Autograd
import Foundation

/// The numbers that gradient descent changes in place of a picture's, and how they make the picture.
public enum PictureParameters: Sendable, Hashable {
  /// The pixels themselves, held within [0, 1] after each step.
  case pixels
  /// The amplitudes of waves, each weighted by 1 / frequency as in natural pictures, in colours that vary independently, and
  /// brought into [0, 1] by a sigmoid (Olah, Mordvintsev and Schubert, 2017).
  ///
  /// Descent by Adam moves every number alike; here that means large shapes first, where pixels would give noise.
  case fourier(ColorBasis = .uncorrelated)

  /// The parameters `[N, H, W, 3]` whose picture is the given one, of values in (0, 1).
  func encoded(_ pictures: Tensor) -> Tensor {
    guard case .fourier(let colors) = self else { return pictures }
    let logits = pictures.mapped { value in
      let inside = min(max(value, 1e-3), 1 - 1e-3)
      return log(inside / (1 - inside))
    }
    let waves = WaveBasis(height: pictures.shape[1], width: pictures.shape[2])
    return waves.amplitudes(of: colors.decorrelated(logits)) / waves.weights
  }

  /// The pictures `[N, H, W, 3]` of parameters.
  func decoded(_ parameters: Tensor) -> Tensor {
    guard case .fourier(let colors) = self else { return parameters }
    let waves = WaveBasis(height: parameters.shape[1], width: parameters.shape[2])
    return colors.correlated(waves.picture(of: parameters * waves.weights)).sigmoid()
  }

  /// The parameters after a step, where they have limits.
  func held(_ parameters: Tensor) -> Tensor {
    self == .pixels ? parameters.clamped(to: 0...1) : parameters
  }
}

/// Three mixtures of red, green and blue that vary independently of each other.
public struct ColorBasis: Sendable, Hashable {
  /// The lower triangular L with L Lᵀ the covariance of the colours, its longest row brought to length 1, row by row.
  private let factor: [Float]

  /// Red, green and blue as they are.
  public static let uncorrelated = ColorBasis(factor: [1, 0, 0, 0, 1, 0, 0, 0, 1])

  private init(factor: [Float]) { self.factor = factor }

  /// The basis of the colours of pictures `[N, H, W, 3]`.
  public init(of pictures: Tensor) {
    let values = pictures.values
    let count = Double(values.count / 3)
    let means = (0..<3).map { c in
      stride(from: c, to: values.count, by: 3).reduce(0.0) { $0 + Double(values[$1]) } / count
    }
    var covariance = [[Double]](repeating: [0, 0, 0], count: 3)
    for start in stride(from: 0, to: values.count, by: 3) {
      for i in 0..<3 {
        for j in 0...i {
          covariance[i][j] += (Double(values[start + i]) - means[i]) * (Double(values[start + j]) - means[j]) / count
        }
      }
    }
    // Cholesky's factor; the tiny number keeps grey pictures, whose colours are one, from dividing by zero.
    var factor = [[Double]](repeating: [0, 0, 0], count: 3)
    for i in 0..<3 {
      for j in 0...i {
        let rest = covariance[i][j] - (0..<j).reduce(0) { $0 + factor[i][$1] * factor[j][$1] }
        factor[i][j] = i == j ? max(rest, 1e-6).squareRoot() : rest / factor[j][j]
      }
    }
    let longest = factor.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }.max() ?? 1
    self.init(factor: factor.joined().map { Float($0 / longest) })
  }

  /// Red, green and blue of independent colours `[N, H, W, 3]`.
  func correlated(_ colors: Tensor) -> Tensor { mixed(colors, factor) }

  /// The other way.
  func decorrelated(_ colors: Tensor) -> Tensor {
    // The inverse of a lower triangular matrix, by forward substitution.
    var inverse = [Float](repeating: 0, count: 9)
    for column in 0..<3 {
      for row in column..<3 {
        let known = (column..<row).reduce(Float(0)) { $0 + factor[row * 3 + $1] * inverse[$1 * 3 + column] }
        inverse[row * 3 + column] = ((row == column ? 1 : 0) - known) / factor[row * 3 + row]
      }
    }
    return mixed(colors, inverse)
  }

  private func mixed(_ colors: Tensor, _ matrix: [Float]) -> Tensor {
    colors.reshaped([colors.count / 3, 3]).linear(weight: Tensor(matrix, shape: [3, 3])).reshaped(colors.shape)
  }
}

/// The real waves of the discrete Fourier transform of pictures, as an orthonormal basis.
struct WaveBasis {
  private let rows, columns: Tensor
  /// What amplitudes are multiplied by, `[1, H, W, 1]`: 1/4 over the frequency in cycles a pixel, and at most that of one
  /// cycle a picture.
  let weights: Tensor

  init(height: Int, width: Int) {
    rows = WaveBasis.matrix(height)
    columns = WaveBasis.matrix(width)
    let lowest = 1 / Float(max(height, width))
    let values = (0..<height).flatMap { y in
      (0..<width).map { x in
        let (v, u) = (WaveBasis.frequency(y, height), WaveBasis.frequency(x, width))
        return 0.25 / max((u * u + v * v).squareRoot(), lowest)
      }
    }
    weights = Tensor(values, shape: [1, height, width, 1])
  }

  /// The picture `[N, H, W, C]` of amplitudes of the same shape.
  func picture(of amplitudes: Tensor) -> Tensor { applied(rows, columns, to: amplitudes) }

  /// The amplitudes of a picture: the basis is orthonormal, so its inverse is its transpose.
  func amplitudes(of picture: Tensor) -> Tensor { applied(rows.transposed(), columns.transposed(), to: picture) }

  /// `y_hw = Σ_uv x_uv rows_uh columns_vw`, for every picture and channel.
  private func applied(_ rows: Tensor, _ columns: Tensor, to x: Tensor) -> Tensor {
    let (number, height, width, channels) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    let across = x.permuted([0, 3, 1, 2]).reshaped([number * channels * height, width]).matrixProduct(columns)
    let down = across.reshaped([number, channels, height, width]).permuted([0, 1, 3, 2])
      .reshaped([number * channels * width, height]).matrixProduct(rows)
    return down.reshaped([number, channels, width, height]).permuted([0, 3, 2, 1])
  }

  /// Row k is a wave over `length` pixels: the constant, then cosine and sine of each frequency, in order.
  private static func matrix(_ length: Int) -> Tensor {
    let values: [Float] = (0..<length).flatMap { row in
      (0..<length).map { x in
        let cycles = (row + 1) / 2
        let angle = 2 * Double.pi * Double(cycles * x % length) / Double(length)
        let isSingle = row == 0 || 2 * cycles == length
        let wave = row % 2 == 0 && row > 0 ? sin(angle) : cos(angle)
        return Float(wave * (Double(isSingle ? 1 : 2) / Double(length)).squareRoot())
      }
    }
    return Tensor(values, shape: [length, length])
  }

  private static func frequency(_ row: Int, _ length: Int) -> Float { Float((row + 1) / 2) / Float(length) }
}
