/// Why a picture could not be read or written, in one line that names the file and says what to do.
public struct ImagingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no file of that name.
    case missing
    /// The name is a folder's.
    case folder
    /// The file exists but the system refuses to read it.
    case unreadable(String)
    /// The file has no bytes.
    case empty
    /// The file is larger than a picture may be; `limit` is in bytes.
    case fileTooLarge(bytes: Int, limit: Int)
    /// The content is neither JPEG nor PNG.
    case notAPicture
    /// The picture has more pixels than may be decoded.
    case tooManyPixels(width: Int, height: Int)
    /// The content starts like a picture but is cut short or broken.
    case damaged(String)
    /// The file could not be written.
    case unwritable(String)
  }

  /// The file's path, or the name that the caller gave to the bytes.
  public let name: String
  public let reason: Reason

  /// An error about the picture called `name`.
  public init(_ reason: Reason, name: String) {
    self.reason = reason
    self.name = name
  }

  /// One line: the file, what was wrong, what to do.
  public var description: String {
    switch reason {
    case .missing: "\(name): there is no such file; check the path"
    case .folder: "\(name): this is a folder; name a JPEG or PNG file in it"
    case .unreadable(let detail): "\(name): the file cannot be read (\(detail)); check its permissions"
    case .empty: "\(name): the file is empty; export or download the picture again"
    case .fileTooLarge(let bytes, let limit):
      "\(name): \(bytes / 1_048_576) MB is over the limit of \(limit / 1_048_576) MB; save a smaller picture"
    case .notAPicture: "\(name): neither a JPEG nor a PNG, whatever its name says; convert it to one of them"
    case .tooManyPixels(let width, let height):
      "\(name): \(width)x\(height) pixels are over the limit of \(DecodingLimit.pixels / 1_000_000) megapixels and "
        + "\(DecodingLimit.side) a side; save a smaller picture"
    case .damaged(let detail): "\(name): the picture is damaged (\(detail)); export or download it again"
    case .unwritable(let detail): "\(name): the picture cannot be written (\(detail)); choose another place"
    }
  }
}

/// What a picture may cost, checked from its header before memory is asked for.
package enum DecodingLimit {
  /// Bytes of a file.
  package static let fileBytes = 256 * 1_048_576
  /// Pixels of one side.
  package static let side = 16_384
  /// Pixels altogether.
  package static let pixels = 100_000_000
  /// Bytes that one PNG chunk other than pixel data may take once unpacked.
  package static let chunkBytes = 8 * 1_048_576

  /// Refuses a picture whose header promises too much, or nothing.
  package static func check(width: Int, height: Int, name: String) throws(ImagingError) {
    guard width > 0, height > 0 else { throw ImagingError(.damaged("its size is \(width)x\(height)"), name: name) }
    guard width <= side, height <= side, width * height <= pixels else {
      throw ImagingError(.tooManyPixels(width: width, height: height), name: name)
    }
  }
}
