extension String {
  /// The text of a file, which may hold anything, without what a terminal would obey.
  var onOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
