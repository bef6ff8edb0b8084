/// What the header of a PNG file says before its pixels are unpacked (PNG specification, 11.2.1).
struct PNGHeader {
  let width: Int
  let height: Int
  /// Bits of a sample.
  private let depth: Int
  /// Samples of a pixel as stored.
  private let samples: Int

  /// Reads the header of a PNG file.
  ///
  /// Refuses sizes over the limits, and what promises more pixels than so many bytes can hold.
  init(_ bytes: [UInt8], name: String) throws(ImagingError) {
    if bytes.dropFirst(12).starts(with: "CgBI".utf8) {
      throw ImagingError(.unknownKind("PNG in Apple's own form (CgBI)"), name: name)
    }
    guard bytes.count >= 33, Array(bytes[12..<16]) == Array("IHDR".utf8) else {
      throw ImagingError(.damaged("it ends within its header"), name: name)
    }
    width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    depth = Int(bytes[24])
    samples = [0: 1, 2: 3, 3: 1, 4: 2][bytes[25]] ?? 4
    try DecodingLimit.check(width: width, height: height, name: name)
    // Deflate packs at most 1,032 bytes into one.
    guard (width * samples * depth + 7) / 8 * height <= 1_032 * bytes.count else {
      throw ImagingError(.damaged("\(bytes.count) bytes cannot hold \(width)x\(height) pixels"), name: name)
    }
  }

  /// About how much memory unpacking takes: a palette may become four samples.
  var decodingBytes: Int { width * height * (depth == 16 ? 2 * samples : 4) }
}
