extension Architecture {
  /// VGG-16 with a batch norm behind each convolution, as torchvision has it.
  public static let vgg16BN = vgg(
    "vgg16_bn", convolutions: [2, 2, 3, 3, 3], normalized: true, publishedParameterCount: 138_365_992)
}
