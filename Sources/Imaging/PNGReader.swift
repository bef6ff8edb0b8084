import CPNG

/// A PNG being read from memory; owns libpng's handle.
final class PNGReader {
  /// The eight bytes that every PNG file starts with.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private let handle: UnsafeMutablePointer<alih_png_reader>
  private let name: String

  private init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws(ImagingError) {
    guard let handle = alih_png_reader_make(bytes.baseAddress, bytes.count, DecodingLimit.chunkBytes) else {
      throw ImagingError(.damaged("out of memory"), name: name)
    }
    self.handle = handle
    self.name = name
  }

  deinit {
    alih_png_reader_free(handle)
  }

  /// The picture in the bytes of a PNG file, and its texts.
  static func decode(
    _ bytes: [UInt8], name: String
  ) throws(ImagingError) -> (image: Image, text: [(key: String, value: String)]) {
    let (width, height) = try size(of: bytes, name: name)
    return try bytes.withUnsafeBufferPointer { buffer throws(ImagingError) in
      let reader = try PNGReader(buffer, name: name)
      let image = try reader.picture(width: width, height: height)
      return (image, reader.text)
    }
  }

  /// Width and height as the header gives them, within the limits.
  private static func size(of bytes: [UInt8], name: String) throws(ImagingError) -> (width: Int, height: Int) {
    guard bytes.count >= 33, Array(bytes[12..<16]) == Array("IHDR".utf8) else {
      throw ImagingError(.damaged("it ends within its header"), name: name)
    }
    let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    try DecodingLimit.check(width: width, height: height, name: name)
    return (width, height)
  }

  private func picture(width: Int, height: Int) throws(ImagingError) -> Image {
    guard alih_png_reader_begin(handle) == 1 else { throw damaged }
    let (png, info) = (handle.pointee.png, handle.pointee.info)
    let channels = Int(png_get_channels(png, info))
    let isDeep = png_get_bit_depth(png, info) == 16
    let rowBytes = png_get_rowbytes(png, info)
    var samples = [UInt8](repeating: 0, count: rowBytes * height)
    guard samples.withUnsafeMutableBufferPointer({ alih_png_reader_finish(handle, $0.baseAddress, rowBytes) }) == 1
    else { throw damaged }
    return Image(width: width, height: height, samples: samples, channels: channels, isDeep: isDeep)
  }

  private var text: [(key: String, value: String)] {
    var pairs: UnsafeMutablePointer<png_text>?
    var count: Int32 = 0
    guard png_get_text(handle.pointee.png, handle.pointee.info, &pairs, &count) > 0, let pairs else { return [] }
    return (0..<Int(count)).map { index in
      let pair = pairs[index]
      let isUTF8 = pair.compression >= PNG_ITXT_COMPRESSION_NONE
      return (latin1(pair.key), isUTF8 ? pair.text.map { String(cString: $0) } ?? "" : latin1(pair.text))
    }
  }

  private var damaged: ImagingError {
    let message = withUnsafeBytes(of: handle.pointee.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return ImagingError(.damaged(message.isEmpty ? "libpng cannot read it" : message), name: name)
  }
}

/// A C string of Latin-1 characters.
private func latin1(_ characters: UnsafeMutablePointer<CChar>?) -> String {
  guard var next = characters else { return "" }
  var result = ""
  while next.pointee != 0 {
    result.unicodeScalars.append(Unicode.Scalar(UInt8(bitPattern: next.pointee)))
    next += 1
  }
  return result
}

extension Image {
  /// A picture from libpng's samples: 8 bits, or 16 with the high byte first; 2 and 4 channels end with opacity, which
  /// is composited on white.
  fileprivate init(width: Int, height: Int, samples: [UInt8], channels: Int, isDeep: Bool) {
    let colors = channels < 3 ? 1 : 3
    func value(_ index: Int) -> Float {
      isDeep ? Float(Int(samples[2 * index]) << 8 | Int(samples[2 * index + 1])) / 65535 : Float(samples[index]) / 255
    }
    var pixels = [Float](repeating: 0, count: width * height * colors)
    for pixel in 0..<width * height {
      let opacity = channels == colors ? 1 : value(pixel * channels + colors)
      for color in 0..<colors {
        let own = value(pixel * channels + color)
        pixels[pixel * colors + color] = opacity == 1 ? own : own * opacity + (1 - opacity)
      }
    }
    self.init(width: width, height: height, channels: colors, pixels: pixels)
  }
}
