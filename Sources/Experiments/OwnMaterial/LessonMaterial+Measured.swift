extension LessonMaterial {
  /// The names of the values that `show` measures, for the cell that calls it.
  package static let measured = [
    "network", "architecture", "size", "parameters", "multiplications", "network-classes", "data", "classes", "names",
    "per-class", "learning", "test", "guess", "skipped", "match", "shown",
  ]
}
