import Foundation
import Imaging

/// Where one picture lies in a binary file of CIFAR-10 or CIFAR-100 (Krizhevsky, 2009).
///
/// A record is one label of a byte each for every way of labelling, then 1,024 bytes of red, 1,024 of green and 1,024 of
/// blue, each row by row.
struct CIFARRecord: Sendable, Hashable {
  /// Its place in the file, counted from 0.
  let index: Int
  /// Bytes before the pixels: 1 in CIFAR-10, 2 in CIFAR-100.
  let labelBytes: Int

  /// Side of a picture in pixels.
  static let side = 32
  /// Bytes of the pixels.
  static let pixelBytes = 3 * side * side

  /// Reads the picture.
  func picture(in file: URL) throws(ImagingError) -> Image {
    let length = labelBytes + CIFARRecord.pixelBytes
    let plane = CIFARRecord.side * CIFARRecord.side
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      try handle.seek(toOffset: UInt64(index * length + labelBytes))
      let planes = [UInt8](try handle.read(upToCount: CIFARRecord.pixelBytes) ?? Data())
      guard planes.count == CIFARRecord.pixelBytes else {
        throw ImagingError(.damaged("it ends too early"), name: file.path)
      }
      return Image(
        bytes: (0..<3 * plane).map { planes[$0 % 3 * plane + $0 / 3] }, side: CIFARRecord.side)
    } catch let error as ImagingError {
      throw error
    } catch {
      throw ImagingError(.unreadable("the system refused"), name: file.path)
    }
  }
}
