extension Architecture {
  /// VGG-13 with a batch norm behind each convolution, as torchvision has it.
  public static let vgg13BN = vgg(
    "vgg13_bn", convolutions: [2, 2, 2, 2, 2], normalized: true, publishedParameterCount: 133_053_736)
}
