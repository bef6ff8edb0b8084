extension PictureSet {
  /// The same pictures for another use.
  ///
  /// The types keep pictures that are learnt from apart from those that are scored; whoever calls this vouches that no
  /// picture comes to serve for both.
  package func given<Other>(to use: Other.Type) -> PictureSet<Other> {
    PictureSet<Other>(
      classNames: classNames, labels: labels, size: size, channels: channels, store: store, skipped: skipped)
  }
}
