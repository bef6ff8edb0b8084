import Foundation
import Imaging

extension Image {
  /// The picture as a network takes it.
  public func prepared(for network: Network) -> Image { prepared(network.preprocessing) }

  /// Reads a JPEG or PNG file as a network takes it.
  /// - Throws: one line if it is no picture that can be read.
  public init(contentsOf file: URL, preparedFor network: Network) throws(ImagingError) {
    try self.init(contentsOf: file, prepared: network.preprocessing)
  }
}
