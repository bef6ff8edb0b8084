/// The program's name and version, as figures and reports state them.
public enum Release {
  public static let name = "alih"
  public static let version = "0.1.0"
  /// Name and version in one: what a figure's `Software` says.
  public static let software = "\(name) \(version)"
}
