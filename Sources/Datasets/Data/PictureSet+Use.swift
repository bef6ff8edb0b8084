extension PictureSet {
  /// The same pictures for another use.
  ///
  /// The types keep pictures that are learnt from apart from those that are scored; whoever calls this vouches that no
  /// picture comes to serve for both.
  package func given<Other>(to use: Other.Type) -> PictureSet<Other> {
    PictureSet<Other>(classNames: classNames, labels: labels, size: size, channels: channels, bytes: bytes)
  }

  /// The pictures of some of the classes alone, whose labels are then their places among these.
  package func restricted(toLabels kept: [Int]) -> PictureSet {
    let places = labels.indices.filter { kept.contains(labels[$0]) }
    let chosen = subset(places)
    return PictureSet(
      classNames: kept.map { classNames[$0] }, labels: chosen.labels.compactMap { kept.firstIndex(of: $0) }, size: size,
      channels: channels, bytes: chosen.bytes)
  }
}
