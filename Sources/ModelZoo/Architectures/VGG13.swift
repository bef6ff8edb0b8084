extension Architecture {
  /// VGG-13, column B of table 1 (Simonyan and Zisserman, 2015).
  public static let vgg13 = vgg(
    "vgg13", convolutions: [2, 2, 2, 2, 2], normalized: false, publishedParameterCount: 133_047_848)
}
