import Autograd
import Datasets
import Imaging

/// A square part of a picture by chance, enlarged to the picture's size: a thing seen from nearer by, and not in the middle.
struct RandomPart: Augmentation {
  /// The least side of the part, as a share of the picture's side, in (0, 1].
  let least: Float

  func apply(to image: Image, using random: inout RandomSource) -> Image {
    let side = max(1, Int((random.uniform(least...1) * Float(image.width)).rounded()))
    let (x, y) = (random.below(image.width - side + 1), random.below(image.height - side + 1))
    return image.cropped(x: x, y: y, width: side, height: side).resized(width: image.width, height: image.height)
  }
}
