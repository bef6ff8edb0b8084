extension Architecture {
  /// EfficientNet-Lite2 (Liu, 2020).
  public static let efficientNetLite2 = efficientNetLite(
    2, width: 1.1, depth: 1.2, side: 260, dropout: 0.3, publishedParameterCount: 6_092_072)
}
