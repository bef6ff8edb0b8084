/// Why a picture could not be read or written, in one line that names the file and says what to do.
public struct ImagingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no file of that name.
    case missing
    /// The name is a folder's.
    case folder
    /// The name is a pipe's, a socket's or a device's.
    case notAFile(String)
    /// The file exists but the system refuses to read it.
    case unreadable(String)
    /// The file has no bytes.
    case empty
    /// The file is larger than a picture may be; `limit` is in bytes.
    case fileTooLarge(bytes: Int, limit: Int)
    /// The content is neither JPEG nor PNG, and of no kind that is known.
    case notAPicture
    /// The content is of another kind that is known, whatever the file's name says.
    case otherFormat(ForeignFormat)
    /// The content is a JPEG of a kind that is not decoded.
    case unknownKind(String)
    /// The decoder would have to go over the pixels too often.
    case tooManyScans(Int, width: Int, height: Int)
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
    case .notAFile(let detail): "\(name): \(detail); save the picture as a file and name that"
    case .unreadable(let detail): "\(name): the file cannot be read (\(detail)); check its permissions"
    case .empty: "\(name): the file is empty; export or download the picture again"
    case .fileTooLarge(let bytes, let limit):
      "\(name): \(bytes / 1_048_576) MB is over the limit of \(limit / 1_048_576) MB; save a smaller picture"
    case .notAPicture: "\(name): neither a JPEG nor a PNG, whatever its name says; convert it to one of them"
    case .otherFormat(let format):
      "\(name): this is \(format.rawValue), whatever its name says, and only JPEG and PNG are read; \(format.advice)"
    case .unknownKind(let kind): "\(name): a \(kind) is not read; save it as an ordinary JPEG or as a PNG"
    case .tooManyScans(let scans, let width, let height):
      "\(name): its \(width)x\(height) pixels come in \(scans) passes, which would take too long; save the picture again"
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
  package static let chunkBytes = 2 * 1_048_576

  /// How often the decoder may go over a JPEG of that size: no more than 200 times, and no more than a thousand million
  /// pixels altogether, but 16 times in any case; cameras and editors write about ten passes.
  package static func scans(width: Int, height: Int) -> Int {
    max(16, min(200, 1_000_000_000 / max(1, width * height)))
  }

  /// Refuses a picture whose header promises too much, or nothing.
  package static func check(width: Int, height: Int, name: String) throws(ImagingError) {
    guard width > 0, height > 0 else { throw ImagingError(.damaged("its size is \(width)x\(height)"), name: name) }
    guard width <= side, height <= side, width * height <= pixels else {
      throw ImagingError(.tooManyPixels(width: width, height: height), name: name)
    }
  }
}
