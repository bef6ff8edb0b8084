import Foundation
import Imaging

/// Where the values of a set of pictures are: in memory, or in the files that they are decoded from each time.
enum PictureStore: Sendable {
  /// The values of some pictures, `[…, size, size, channels]`, and where each of the set stands among them.
  case memory([UInt8], places: [Int])
  /// Photographs, how they are brought to size, and what could not be read any more.
  case files([Photo], Preprocessing, LostPhotos)

  /// A set whose bytes fit in here is kept in memory; a larger one is decoded whenever it is asked for.
  private static let limit = 256 * 1_048_576

  /// Whether a set of so many bytes is kept in memory.
  static func holds(_ bytes: Int) -> Bool { bytes <= limit }

  /// Photographs that have been found to be readable: kept in memory if they fit.
  init(_ photos: [Photo], _ preprocessing: Preprocessing, lost: LostPhotos = LostPhotos()) {
    let values = preprocessing.side * preprocessing.side * 3
    self = .files(photos, preprocessing, lost)
    if PictureStore.holds(photos.count * values) {
      let places = Array(photos.indices)
      self = .memory(bytes(of: places, valuesPerPicture: values), places: places)
    }
  }

  /// The values of the pictures at some indices, in that order.
  ///
  /// Files are decoded on all cores. One that has become unreadable since the set was made gives mid-grey, and is noted.
  func bytes(of indices: [Int], valuesPerPicture values: Int) -> [UInt8] {
    var chosen: [UInt8] = []
    chosen.reserveCapacity(indices.count * values)
    switch self {
    case .memory(let bytes, let places):
      for index in indices.lazy.map({ places[$0] }) { chosen += bytes[(index * values)..<((index + 1) * values)] }
    case .files(let photos, let preprocessing, let lost):
      // A few at a time, so that no more than these are in memory twice.
      for start in stride(from: 0, to: indices.count, by: 64) {
        let photos = indices[start..<min(start + 64, indices.count)].map { photos[$0] }
        let read = inParallel(photos.count) { place in
          Result { () throws(ImagingError) in try photos[place].prepared(preprocessing).bytes }
        }
        for (photo, result) in zip(photos, read) {
          switch result {
          case .success(let bytes): chosen += bytes
          case .failure(let error):
            lost.note(SkippedPhoto(photo: photo, error: error))
            chosen += repeatElement(128, count: values)
          }
        }
      }
    }
    return chosen
  }

  /// The pictures at some indices, in that order.
  func subset(_ indices: [Int], valuesPerPicture values: Int) -> PictureStore {
    switch self {
    case .memory: .memory(bytes(of: indices, valuesPerPicture: values), places: Array(indices.indices))
    case .files(let photos, let preprocessing, let lost):
      PictureStore(indices.map { photos[$0] }, preprocessing, lost: lost)
    }
  }
}

/// Photographs that could be read once, and not any more when they were needed again.
final class LostPhotos: Sendable {
  private let lock = NSLock()
  /// Touched only under the lock.
  private nonisolated(unsafe) var noted: [SkippedPhoto] = []

  /// Notes a photograph, once.
  func note(_ photo: SkippedPhoto) {
    lock.withLock { if !noted.contains(photo) { noted.append(photo) } }
  }

  /// What has been noted.
  var all: [SkippedPhoto] { lock.withLock { noted } }
}
