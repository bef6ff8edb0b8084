import Foundation

/// Decoded pixels as a file stores them, row by row, before they become anything else.
protocol StoredPixels {
  var width: Int { get }
  var height: Int { get }
  /// Writes row `y` as red, green and blue bytes, three for each of `width` pixels.
  func copyRow(_ y: Int, into row: UnsafeMutablePointer<UInt8>)
}

/// A picture of a file as a network takes it, and what it was before.
package struct PreparedPicture: Sendable {
  /// The values, `[side, side, 3]`, in steps of 1/255.
  package let bytes: [UInt8]
  /// Side in pixels.
  package let side: Int
  /// What the upright picture in the file had: columns, rows and channels.
  package let original: (width: Int, height: Int, channels: Int)

  /// Reads a JPEG or PNG file; its pixels are never all held as numbers, so that large photographs take little memory.
  package init(contentsOf url: URL, _ preprocessing: Preprocessing) throws(ImagingError) {
    try self.init(decoding: pictureBytes(of: url), preprocessing, name: url.path)
  }

  /// Decodes the bytes of a JPEG or PNG file; `name` stands for the file in an error.
  package init(decoding bytes: [UInt8], _ preprocessing: Preprocessing, name: String) throws(ImagingError) {
    let file = try PictureFile(bytes, name: name)
    self = try DecodingBudget.shared.spending(file.decodingBytes) { () throws(ImagingError) in
      let (pixels, channels, orientation) = try file.decode()
      return PreparedPicture(pixels, channels: channels, orientation: orientation, preprocessing)
    }
  }

  /// Prepares a picture that is already decoded.
  package init(_ image: Image, _ preprocessing: Preprocessing) {
    self.init(ByteRows(image), channels: image.channels, preprocessing)
  }

  init(_ pixels: some StoredPixels, channels: Int, orientation: Int = 1, _ preprocessing: Preprocessing) {
    let isTurned = orientation > 4
    let (width, height) = isTurned ? (pixels.height, pixels.width) : (pixels.width, pixels.height)
    let window = preprocessing.window(width: width, height: height)
    let stored = PreparedPicture.cut(window.stored(with: orientation), of: pixels, by: preprocessing.interpolation)
    side = preprocessing.side
    original = (width, height, channels)
    bytes = orientation == 1 ? stored : Image(bytes: stored, side: side).upright(from: orientation).bytes
  }

  /// The image, values in [0, 1].
  package var image: Image { Image(bytes: bytes, side: side) }

  /// Resizes and cuts out, first along the rows, of which no more than one is held, then along the columns.
  private static func cut(
    _ window: Preprocessing.Window, of pixels: some StoredPixels, by kernel: Interpolation
  )
    -> [UInt8]
  {
    let (side, width) = (window.side, pixels.width)
    let across = ByteResampling(
      Resampling(from: width, to: window.width, by: kernel, at: window.x..<window.x + side))
    let down = ByteResampling(
      Resampling(from: pixels.height, to: window.height, by: kernel, at: window.y..<window.y + side))
    var row = [UInt8](repeating: 0, count: 3 * width)
    var rows = [UInt8](repeating: 0, count: 3 * side * down.reach.count)
    var result = [UInt8](repeating: 0, count: 3 * side * side)
    row.withUnsafeMutableBufferPointer { row in
      rows.withUnsafeMutableBufferPointer { rows in
        result.withUnsafeMutableBufferPointer { result in
          guard let row = row.baseAddress, let first = rows.baseAddress, let result = result.baseAddress else { return }
          for (place, y) in down.reach.enumerated() {
            pixels.copyRow(y, into: row)
            across.resampleRow(row, into: first + 3 * side * place)
          }
          down.resampleColumns(first, count: 3 * side, into: result)
        }
      }
    }
    return result
  }
}

extension Image {
  /// The picture as a network takes it: `preprocessing.side` times as many pixels, three channels.
  public func prepared(_ preprocessing: Preprocessing) -> Image {
    PreparedPicture(self, preprocessing).image
  }

  /// Reads a JPEG or PNG file as a network takes it; a large photograph is never held as a whole in numbers.
  public init(contentsOf url: URL, prepared preprocessing: Preprocessing) throws(ImagingError) {
    self = try PreparedPicture(contentsOf: url, preprocessing).image
  }

  /// A square picture of three channels from its bytes.
  package init(bytes: some Collection<UInt8>, side: Int) {
    self.init(width: side, height: side, pixels: bytes.map { Float($0) / 255 })
  }
}

/// The rows of a picture, rounded to bytes.
private struct ByteRows: StoredPixels {
  let width, height, channels: Int
  let bytes: [UInt8]

  init(_ image: Image) {
    (width, height, channels, bytes) = (image.width, image.height, image.channels, image.bytes)
  }

  func copyRow(_ y: Int, into row: UnsafeMutablePointer<UInt8>) {
    for place in 0..<width * 3 {
      row[place] = bytes[y * width * channels + (channels == 3 ? place : place / 3)]
    }
  }
}
