/// The bytes of a JPEG or PNG file whose header has been read and found to be within the limits.
struct PictureFile {
  private enum Format {
    case jpeg(JPEGHeader)
    case png(PNGHeader)
  }
  private let format: Format
  private let bytes: [UInt8]
  private let name: String

  /// Looks at the bytes, of which nothing is decoded yet.
  init(_ bytes: [UInt8], name: String) throws(ImagingError) {
    guard !bytes.isEmpty else { throw ImagingError(.empty, name: name) }
    guard bytes.count <= DecodingLimit.fileBytes else {
      throw ImagingError(.fileTooLarge(bytes: bytes.count, limit: DecodingLimit.fileBytes), name: name)
    }
    self.bytes = bytes
    self.name = name
    if bytes.starts(with: PNGReader.signature) {
      format = .png(try PNGHeader(bytes, name: name))
    } else if bytes.starts(with: JPEGHeader.signature) {
      let header = JPEGHeader(bytes)
      try header.check(fileBytes: bytes.count, name: name)
      format = .jpeg(header)
    } else {
      throw ImagingError(ForeignFormat(bytes).map { .otherFormat($0) } ?? .notAPicture, name: name)
    }
  }

  /// About how much memory decoding takes.
  var decodingBytes: Int {
    switch format {
    case .jpeg(let header): header.decodingBytes
    case .png(let header): header.decodingBytes
    }
  }

  /// The pixels as they are stored, whether they are grey (1) or in colour (3), and how they have to be turned: an EXIF
  /// orientation, 1 (not at all) to 8.
  func decode() throws(ImagingError) -> (pixels: any StoredPixels, channels: Int, orientation: Int) {
    switch format {
    case .jpeg(let header): return (try decoded(header), header.channels, header.orientation)
    case .png:
      let (samples, text) = try PNGReader.decode(bytes, name: name)
      return (samples, samples.colors, PNGMetadata.clues(bytes, text: text).orientation)
    }
  }

  /// The upright picture.
  func image() throws(ImagingError) -> Image {
    switch format {
    case .jpeg(let header):
      return try decoded(header).image(channels: header.channels).upright(from: header.orientation)
    case .png:
      let (samples, text) = try PNGReader.decode(bytes, name: name)
      return samples.image.upright(from: PNGMetadata.clues(bytes, text: text).orientation)
    }
  }

  private func decoded(_ header: JPEGHeader) throws(ImagingError) -> GDImage {
    guard let decoded = GDImage(jpeg: header.decodable(bytes)) else {
      throw ImagingError(.damaged("libgd cannot read it"), name: name)
    }
    return decoded
  }
}
