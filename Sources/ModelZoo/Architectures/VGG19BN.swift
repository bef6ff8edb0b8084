extension Architecture {
  /// VGG-19 with a batch norm behind each convolution, as torchvision has it.
  public static let vgg19BN = vgg(
    "vgg19_bn", convolutions: [2, 2, 4, 4, 4], normalized: true, publishedParameterCount: 143_678_248)
}
