import Foundation

extension Image {
  /// Reads a JPEG or PNG file; which of the two is decided by its content, never by its name.
  ///
  /// A grey file gives one channel, any other three. Transparency is composited on white, and a photograph is turned
  /// upright as its EXIF orientation says. Sizes are checked before memory is asked for: at most 256 MB, 16,384 pixels a
  /// side, 100 megapixels.
  public init(contentsOf url: URL) throws(ImagingError) {
    try self.init(decoding: pictureBytes(of: url), name: url.path)
  }

  /// Decodes the bytes of a JPEG or PNG file; `name` stands for the file in an error.
  public init(decoding bytes: some Sequence<UInt8>, name: String = "picture") throws(ImagingError) {
    self = try PictureFile(Array(bytes), name: name).image()
  }

  /// The texts that a PNG file carries, in their order in the file: keywords such as "Title" with what they say.
  public static func text(of url: URL) throws(ImagingError) -> [(key: String, value: String)] {
    try text(decoding: pictureBytes(of: url), name: url.path)
  }

  /// The texts in the bytes of a PNG file, in their order.
  public static func text(
    decoding bytes: some Sequence<UInt8>, name: String = "picture"
  ) throws(ImagingError) -> [(key: String, value: String)] {
    let bytes = Array(bytes)
    guard bytes.starts(with: PNGReader.signature) else { throw ImagingError(.notAPicture, name: name) }
    return try PNGReader.decode(bytes, name: name).text
  }
}

/// The bytes of an ordinary file of bearable size.
func pictureBytes(of url: URL) throws(ImagingError) -> [UInt8] {
  let name = url.path
  let files = FileManager.default
  let path = url.resolvingSymlinksInPath().path
  guard files.fileExists(atPath: path) else { throw ImagingError(.missing, name: name) }
  do {
    let attributes = try files.attributesOfItem(atPath: path)
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory?: throw ImagingError(.folder, name: name)
    case .typeRegular?: break
    default: throw ImagingError(.unreadable("not an ordinary file"), name: name)
    }
    let count = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard count <= DecodingLimit.fileBytes else {
      throw ImagingError(.fileTooLarge(bytes: count, limit: DecodingLimit.fileBytes), name: name)
    }
    return try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
  } catch let error as ImagingError {
    throw error
  } catch {
    throw ImagingError(.unreadable("the system refused"), name: name)
  }
}
