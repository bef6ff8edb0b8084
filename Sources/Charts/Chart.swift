import Imaging

/// What can be drawn as a figure under a title.
public protocol Chart: Sendable {
  /// What stands above it.
  var title: String { get set }
  /// The look of its text and numbers.
  var style: ChartStyle { get set }
  /// The picture, three times as large as it is shown and reduced, so that lines are smooth.
  func image() -> Image
}
