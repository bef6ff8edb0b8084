import Autograd
import Imaging

extension Tensor {
  /// Pictures of one size as a tensor `[count, height, width, channels]`.
  public init(_ pictures: [Image]) {
    precondition(!pictures.isEmpty, "a batch needs a picture")
    let first = pictures[0]
    for picture in pictures {
      precondition(
        (picture.width, picture.height, picture.channels) == (first.width, first.height, first.channels),
        "pictures of one batch have one size")
    }
    self.init(pictures.flatMap(\.pixels), shape: [pictures.count, first.height, first.width, first.channels])
  }

  /// The pictures of a tensor `[count, height, width, channels]`, each value held within [0, 1].
  public var pictures: [Image] {
    precondition(shape.count == 4, "pictures have four axes, not \(shape)")
    let values = values
    let size = shape[1] * shape[2] * shape[3]
    return (0..<shape[0]).map { index in
      Image(
        width: shape[2], height: shape[1], channels: shape[3],
        pixels: values[index * size..<(index + 1) * size].map { min(max($0, 0), 1) })
    }
  }
}
