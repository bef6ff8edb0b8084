import Autograd

/// What a difference between neighbouring pixels costs.
public enum VariationForm: Sendable, CaseIterable {
  /// |d|: forgives edges, since one large step costs as much as many small ones (Rudin, Osher and Fatemi, 1992).
  case absolute
  /// d²: punishes edges, and so blurs.
  case squared
}

/// The variation of each of the pictures `[N, H, W, C]`, as `[N]`: the mean cost of the differences between vertical and
/// horizontal neighbours.
///
/// It is a mean per difference, not a sum, so that a number means the same at every size of picture.
public func variation(_ pictures: Tensor, _ form: VariationForm = .absolute) -> Tensor {
  let neighbours = Neighbours(pictures)
  let result = Tensor(shape: [neighbours.number]) { target in
    pictures.withValues { x in
      parallel(neighbours.number) { picture in
        var sum = 0.0
        neighbours.forEachPair(of: picture) { sum += Double(form.cost(x[$1] - x[$0])) }
        target[picture] = Float(sum / Double(neighbours.count))
      }
    }
  }
  return result.recorded(from: [pictures]) { upstream in
    let shares = upstream.values.map { $0 / Float(neighbours.count) }
    return [
      Tensor(shape: pictures.shape) { gradient in
        gradient.initialize(repeating: 0)
        pictures.withValues { x in
          parallel(neighbours.number) { picture in
            neighbours.forEachPair(of: picture) { first, second in
              let slope = shares[picture] * form.slope(x[second] - x[first])
              gradient[first] -= slope
              gradient[second] += slope
            }
          }
        }
      }
    ]
  }
}

extension VariationForm {
  /// What a difference costs.
  @inline(__always)
  fileprivate func cost(_ difference: Float) -> Float {
    self == .absolute ? abs(difference) : difference * difference
  }

  /// The derivative of the cost; at 0 that of the absolute form is taken as 0.
  @inline(__always)
  fileprivate func slope(_ difference: Float) -> Float {
    guard self == .absolute else { return 2 * difference }
    return difference > 0 ? 1 : difference < 0 ? -1 : 0
  }
}

/// The places of vertical and horizontal neighbours in pictures `[N, H, W, C]`.
private struct Neighbours {
  let number, height, width, channels: Int
  /// How many pairs a picture has.
  let count: Int

  init(_ pictures: Tensor) {
    precondition(pictures.shape.count == 4, "pictures have four axes, not \(pictures.shape)")
    (number, height, width, channels) = (
      pictures.shape[0], pictures.shape[1], pictures.shape[2], pictures.shape[3]
    )
    count = differenceCount(pictures) / max(1, number)
  }

  /// Calls `body` with the places of both of each pair in a picture.
  @inline(__always)
  func forEachPair(of picture: Int, _ body: (Int, Int) -> Void) {
    let row = width * channels
    for y in 0..<height {
      let start = (picture * height + y) * row
      if y + 1 < height {
        for place in start..<start + row { body(place, place + row) }
      }
      for place in start..<start + row - channels { body(place, place + channels) }
    }
  }
}

/// The number of differences between vertical and horizontal neighbours in pictures `[N, H, W, C]`.
public func differenceCount(_ pictures: Tensor) -> Int {
  let (height, width) = (pictures.shape[1], pictures.shape[2])
  return pictures.shape[0] * pictures.shape[3] * ((height - 1) * width + height * (width - 1))
}

/// The variation loss of pictures `[N, H, W, C]`: their mean variation, a single number.
public func variationLoss(_ pictures: Tensor, _ form: VariationForm = .absolute) -> Tensor {
  variation(pictures, form).mean()
}
