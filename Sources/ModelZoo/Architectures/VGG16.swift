extension Architecture {
  /// VGG-16, column D of the paper's table 1 (Simonyan and Zisserman, 2015).
  public static let vgg16 = vgg(
    "vgg16", convolutions: [2, 2, 3, 3, 3], normalized: false, publishedParameterCount: 138_357_544)
}
