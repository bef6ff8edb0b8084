extension Architecture {
  /// VGG-11, column A of table 1 (Simonyan and Zisserman, 2015).
  public static let vgg11 = vgg(
    "vgg11", convolutions: [1, 1, 2, 2, 2], normalized: false, publishedParameterCount: 132_863_336)
}
