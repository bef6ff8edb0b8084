extension Architecture {
  /// EfficientNet-Lite1 (Liu, 2020).
  public static let efficientNetLite1 = efficientNetLite(
    1, width: 1, depth: 1.1, side: 240, dropout: 0.2, publishedParameterCount: 5_416_680)
}
