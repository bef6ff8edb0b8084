extension Architecture {
  /// VGG-19, column E of table 1 (Simonyan and Zisserman, 2015).
  public static let vgg19 = vgg(
    "vgg19", convolutions: [2, 2, 4, 4, 4], normalized: false, publishedParameterCount: 143_667_240)
}
