import Foundation
import Imaging

/// One photograph of a collection: a JPEG or PNG file, or a record of a CIFAR file.
public struct Photo: Sendable, Hashable, CustomStringConvertible {
  /// The file that it lies in.
  public let url: URL
  private let record: CIFARRecord?

  init(_ url: URL) {
    self.url = url
    record = nil
  }

  init(_ record: CIFARRecord, in url: URL) {
    self.url = url
    self.record = record
  }

  /// The file's path, with the number of the record where there is one.
  public var description: String { record.map { "\(url.path), record \($0.index + 1)" } ?? url.path }

  /// Reads it as a network takes it.
  package func prepared(_ preprocessing: Preprocessing) throws(ImagingError) -> PreparedPicture {
    guard let record else { return try PreparedPicture(contentsOf: url, preprocessing) }
    return PreparedPicture(try record.picture(in: url), preprocessing)
  }
}

/// A file that was to be in a set of pictures and could not be read.
public struct SkippedPhoto: Sendable, Hashable {
  public let photo: Photo
  /// Why it could not be read.
  public let error: ImagingError
}
