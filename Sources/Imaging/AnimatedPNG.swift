import Foundation

/// Pictures of one size shown one after another, as an animated PNG; a viewer that knows no animation shows the still.
///
/// The format is that of the PNG specification, third edition (W3C, 2025), section 11.3.6: the chunk acTL says how many
/// frames there are, an fcTL before each frame how long it stays, and frames lie in fdAT as the still lies in
/// IDAT.
///
/// ```swift
/// try AnimatedPNG(frames: film, still: film[20], duration: 0.1).write(to: file)
/// ```
public struct AnimatedPNG: Sendable {
  /// The pictures, in the order in which they are shown.
  public var frames: [Image]
  /// What is shown where nothing can move; it is not a part of the film.
  public var still: Image
  /// For how long each is shown, in seconds, to the nearest thousandth.
  public var durations: [Double]
  /// How often all are shown; 0 is for ever.
  public var plays: Int

  /// A film whose frames stay for `duration` seconds each, the last for `rest`.
  public init(frames: [Image], still: Image, duration: Double, rest: Double? = nil, plays: Int = 0) {
    let sizes = Set((frames + [still]).map { [$0.width, $0.height, $0.channels] })
    precondition(sizes.count == 1, "the frames of a film have one size, not \(sizes.count)")
    precondition((0...60).contains(duration) && (0...60).contains(rest ?? 0), "a frame stays from 0 to 60 seconds")
    self.frames = frames
    self.still = still
    durations = frames.indices.map { $0 == frames.count - 1 ? rest ?? duration : duration }
    self.plays = plays
  }

  /// The bytes of the file, the same on every run.
  public func data(text: [(key: String, value: String)] = []) -> Data {
    let whole = PNGChunk.chunks(of: still.pngData(text: text))
    var written = Array(whole.prefix(1))
    written.append(PNGChunk("acTL", UInt32(frames.count).bytes + UInt32(plays).bytes))
    written += whole.dropFirst().dropLast()
    var sequence: UInt32 = 0
    for (index, frame) in frames.enumerated() {
      written.append(control(of: index, number: sequence))
      sequence += 1
      for chunk in PNGChunk.chunks(of: frame.pngData(text: [])) where chunk.type == "IDAT" {
        written.append(PNGChunk("fdAT", sequence.bytes + chunk.body))
        sequence += 1
      }
    }
    written += whole.suffix(1)
    return Data(PNGReader.signature + written.flatMap(\.bytes))
  }

  /// Writes the file beside its place and renames it, so that it is never there in part.
  public func write(to url: URL, text: [(key: String, value: String)] = []) throws(ImagingError) {
    try data(text: text).writePNG(to: url)
  }

  /// Size, place and time of a frame, which covers all of the one before.
  private func control(of index: Int, number: UInt32) -> PNGChunk {
    let size = UInt32(frames[index].width).bytes + UInt32(frames[index].height).bytes
    let time = UInt32((durations[index] * 1000).rounded()) << 16 | 1000
    let corner = [UInt8](repeating: 0, count: 8)
    let replacing: [UInt8] = [0, 0]
    return PNGChunk("fcTL", number.bytes + size + corner + time.bytes + replacing)
  }
}

/// A piece of a PNG file: its length, four letters, a body and a checksum.
struct PNGChunk: Equatable {
  let type: String
  let body: [UInt8]

  init(_ type: String, _ body: [UInt8]) {
    self.type = type
    self.body = body
  }

  /// The chunks of a whole PNG file.
  static func chunks(of file: Data) -> [PNGChunk] {
    let bytes = [UInt8](file)
    var chunks: [PNGChunk] = []
    var place = PNGReader.signature.count
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      guard place + 12 + length <= bytes.count else { break }
      chunks.append(PNGChunk(type, Array(bytes[place + 8..<place + 8 + length])))
      place += 12 + length
    }
    return chunks
  }

  /// As it stands in a file.
  var bytes: [UInt8] {
    let checked = Array(type.utf8) + body
    return UInt32(body.count).bytes + checked + PNGChunk.checksum(checked).bytes
  }

  /// The cyclic redundancy check of the specification, polynomial 0xEDB88320.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { value, byte in table[Int((value ^ UInt32(byte)) & 255)] ^ value >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }
}

extension UInt32 {
  /// Highest first, as in PNG files.
  fileprivate var bytes: [UInt8] { [24, 16, 8, 0].map { UInt8(self >> $0 & 255) } }
}
