extension Architecture {
  /// EfficientNet-Lite0 (Liu, 2020).
  public static let efficientNetLite0 = efficientNetLite(
    0, width: 1, depth: 1, side: 224, dropout: 0.2, publishedParameterCount: 4_652_008)
}
