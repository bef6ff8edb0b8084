import Autograd
import Imaging
import ModelZoo
import NeuralNetworks

/// Architectures of the large kinds that are small enough to be tried in full.
extension Architecture {
  /// Two layers of two heads over 4×4 patches of pictures of 16×16.
  static let tinyTransformer = Architecture(
    name: "tiny-vit", preprocessing: Preprocessing(side: 16), hasFixedSize: true
  ) { classes, random in
    VisionTransformer(pictureSize: 16, patchSize: 4, depth: 2, heads: 2, width: 8, hiddenWidth: 12)
      .layers(classes: classes, random: &random)
  }

  /// Two stages, of one block and of two.
  static let tinyConvNeXt = Architecture(name: "tiny-convnext", preprocessing: Preprocessing(side: 16)) {
    classes, random in
    ConvNeXt(widths: [4, 6], blocks: [1, 2]).layers(classes: classes, random: &random)
  }
}
