extension Architecture {
  /// The course's own MobileNetV2: of width 0.35, for pictures of 64×64.
  public static let mobilenetV2Narrow = mobilenetV2(width: 0.35, inputSize: 64, publishedParameterCount: 416_624)
}
