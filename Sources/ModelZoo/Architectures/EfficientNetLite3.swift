extension Architecture {
  /// EfficientNet-Lite3 (Liu, 2020).
  public static let efficientNetLite3 = efficientNetLite(
    3, width: 1.2, depth: 1.4, side: 280, dropout: 0.3, publishedParameterCount: 8_197_096)
}
