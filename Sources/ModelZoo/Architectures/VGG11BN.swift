extension Architecture {
  /// VGG-11 with a batch norm behind each convolution, as torchvision has it.
  public static let vgg11BN = vgg(
    "vgg11_bn", convolutions: [1, 1, 2, 2, 2], normalized: true, publishedParameterCount: 132_868_840)
}
