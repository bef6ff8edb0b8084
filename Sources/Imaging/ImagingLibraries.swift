import CGD
import CPNG

/// The versions of the system's libraries that pictures are read, drawn and written with.
public enum ImagingLibraries {
  /// The version of libgd.
  public static var gd: String { String(cString: gdVersionString()) }
  /// The version of libpng.
  public static var png: String { png_get_libpng_ver(nil).map { String(cString: $0) } ?? "unknown" }
}
