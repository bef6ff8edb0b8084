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

  /// The pixels in the bytes of a PNG file, and its texts.
  static func decode(
    _ bytes: [UInt8], name: String
  ) throws(ImagingError) -> (samples: PNGSamples, text: [(key: String, value: String)]) {
    let header = try PNGHeader(bytes, name: name)
    return try bytes.withUnsafeBufferPointer { buffer throws(ImagingError) in
      let reader = try PNGReader(buffer, name: name)
      return (try reader.samples(width: header.width, height: header.height), reader.text)
    }
  }

  private func samples(width: Int, height: Int) throws(ImagingError) -> PNGSamples {
    guard alih_png_reader_begin(handle) == 1 else { throw damaged }
    let (png, info) = (handle.pointee.png, handle.pointee.info)
    let channels = Int(png_get_channels(png, info))
    let isDeep = png_get_bit_depth(png, info) == 16
    let rowBytes = png_get_rowbytes(png, info)
    var samples = [UInt8](repeating: 0, count: rowBytes * height)
    guard samples.withUnsafeMutableBufferPointer({ alih_png_reader_finish(handle, $0.baseAddress, rowBytes) }) == 1
    else { throw damaged }
    return PNGSamples(
      width: width, height: height, channels: channels, isDeep: isDeep, rowBytes: rowBytes, bytes: samples)
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
  guard let characters else { return "" }
  let text = String(validatingCString: characters)
  if let text, text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  let bytes = sequence(state: characters) { next -> UInt8? in
    defer { next += 1 }
    return next.pointee == 0 ? nil : UInt8(bitPattern: next.pointee)
  }
  // A character of Latin-1 from 0x80 on is two bytes of UTF-8.
  return String(decoding: bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }, as: UTF8.self)
}
