import CGD

/// The picture in the bytes of a JPEG file, turned upright.
///
/// Harmless flaws such as stray bytes between segments are forgiven, as every viewer does; a file that ends before its
/// end marker is refused.
func decodeJPEG(_ bytes: [UInt8], name: String) throws(ImagingError) -> Image {
  let header = JPEGHeader(bytes)
  guard header.components > 0 else { throw ImagingError(.damaged("it ends within its header"), name: name) }
  try DecodingLimit.check(width: header.width, height: header.height, name: name)
  guard header.isComplete else { throw ImagingError(.damaged("it ends too early"), name: name) }
  guard let decoded = GDImage(jpeg: bytes) else { throw ImagingError(.damaged("libgd cannot read it"), name: name) }
  return decoded.image(channels: header.components == 1 ? 1 : 3).upright(from: header.orientation)
}

/// A true-colour picture of libgd; owns its handle.
final class GDImage {
  let handle: gdImagePtr

  /// Keeps libgd silent and readies its fonts, once.
  private static let isReady: Bool = {
    alih_gd_stay_silent()
    return gdFontCacheSetup() == 0
  }()

  /// Makes sure that libgd is silent and ready before it is used.
  static func prepare() {
    _ = isReady
  }

  /// A black picture.
  init(width: Int, height: Int) {
    GDImage.prepare()
    guard let handle = gdImageCreateTrueColor(Int32(width), Int32(height)) else {
      preconditionFailure("libgd cannot make a picture of \(width)x\(height)")
    }
    self.handle = handle
  }

  /// A picture decoded from a JPEG file, unless libgd refuses it.
  init?(jpeg bytes: [UInt8]) {
    GDImage.prepare()
    // libgd takes a mutable pointer and only reads through it.
    let decoded = bytes.withUnsafeBytes {
      gdImageCreateFromJpegPtrEx(Int32($0.count), UnsafeMutableRawPointer(mutating: $0.baseAddress), 1)
    }
    guard let decoded else { return nil }
    handle = decoded
  }

  deinit {
    gdImageDestroy(handle)
  }

  /// The pixels as a picture of 1 channel (the red one, of a grey file) or 3.
  func image(channels: Int) -> Image {
    let width = Int(handle.pointee.sx)
    let height = Int(handle.pointee.sy)
    var pixels: [Float] = []
    pixels.reserveCapacity(width * height * channels)
    for y in 0..<height {
      let row = UnsafeBufferPointer(start: alih_gd_row(handle, Int32(y)), count: width)
      for word in row {
        for channel in 0..<channels {
          pixels.append(Float(word >> (16 - 8 * channel) & 0xFF) / 255)
        }
      }
    }
    return Image(width: width, height: height, channels: channels, pixels: pixels)
  }
}
