import CGD

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

extension GDImage: StoredPixels {
  var width: Int { Int(handle.pointee.sx) }
  var height: Int { Int(handle.pointee.sy) }

  /// Writes row `y` as red, green and blue bytes.
  func copyRow(_ y: Int, into row: UnsafeMutablePointer<UInt8>) {
    let words = UnsafeBufferPointer(start: alih_gd_row(handle, Int32(y)), count: width)
    for (x, word) in words.enumerated() {
      row[3 * x] = UInt8(truncatingIfNeeded: word >> 16)
      row[3 * x + 1] = UInt8(truncatingIfNeeded: word >> 8)
      row[3 * x + 2] = UInt8(truncatingIfNeeded: word)
    }
  }
}
