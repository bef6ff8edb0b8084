import CGD
import FileAccess
import Foundation

/// Pictures of one size shown one after another, as an animated GIF, which slides and messages show where they show no
/// animated PNG; each frame has 256 colours of its own, chosen and dithered by libgd.
///
/// ```swift
/// try AnimatedGIF(frames: film, duration: 0.1, rest: 2).write(to: file)
/// ```
public struct AnimatedGIF: Sendable {
  /// The pictures, in the order in which they are shown, again and again.
  public let frames: [Image]
  /// For how long each is shown, in seconds, to the nearest hundredth.
  public let durations: [Double]

  /// A film whose frames stay for `duration` seconds each, the last for `rest`.
  public init(frames: [Image], duration: Double, rest: Double? = nil) {
    precondition(Set(frames.map { [$0.width, $0.height] }).count == 1, "a film has frames, all of one size")
    precondition((0...60).contains(duration) && (0...60).contains(rest ?? 0), "a frame stays from 0 to 60 seconds")
    self.frames = frames
    durations = frames.indices.map { $0 == frames.count - 1 ? rest ?? duration : duration }
  }

  /// The bytes of the file, the same on every run.
  public func data() -> Data {
    let first = GDImage(palette: frames[0])
    var data = piece { gdImageGifAnimBeginPtr(first.handle, $0, 0, 0) }
    for (frame, duration) in zip(frames, durations) {
      let image = GDImage(palette: frame)
      let hundredths = Int32((duration * 100).rounded())
      data += piece { gdImageGifAnimAddPtr(image.handle, $0, 1, 0, 0, hundredths, 1, nil) }
    }
    return data + piece { gdImageGifAnimEndPtr($0) }
  }

  /// Writes the file beside its place and renames it, so that it is never there in part.
  public func write(to url: URL) throws(ImagingError) {
    do {
      try data().replaceFile(at: url)
    } catch {
      throw ImagingError(.unwritable(error.english), name: url.path)
    }
  }

  /// Bytes that libgd hands over.
  private func piece(_ make: (UnsafeMutablePointer<Int32>) -> UnsafeMutableRawPointer?) -> Data {
    var count: Int32 = 0
    guard let bytes = make(&count) else { preconditionFailure("libgd writes no GIF") }
    defer { gdFree(bytes) }
    return Data(bytes: bytes, count: Int(count))
  }
}

extension GDImage {
  /// A picture in its 256 best colours.
  fileprivate convenience init(palette image: Image) {
    self.init(width: image.width, height: image.height)
    let bytes = image.withChannels(3).bytes
    for y in 0..<image.height {
      for x in 0..<image.width {
        let place = (y * image.width + x) * 3
        let word = Int32(bytes[place]) << 16 | Int32(bytes[place + 1]) << 8 | Int32(bytes[place + 2])
        gdImageSetPixel(handle, Int32(x), Int32(y), word)
      }
    }
    gdImageTrueColorToPalette(handle, 1, 256)
  }
}
