/// The two languages of the course.
public enum Language: String, Codable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Indonesian.
  case indonesian = "id"
}
