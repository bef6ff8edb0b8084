extension Architecture {
  /// EfficientNet-Lite4 (Liu, 2020).
  public static let efficientNetLite4 = efficientNetLite(
    4, width: 1.4, depth: 1.8, side: 300, dropout: 0.3, publishedParameterCount: 13_006_568)
}
