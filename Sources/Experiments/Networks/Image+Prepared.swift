import Foundation
import Imaging
import ModelZoo

extension Preprocessing {
  /// How pictures are brought to the size that a network takes.
  public init(of network: Network) {
    let framing = network.framing
    self.init(
      side: framing.side, shorterSide: framing.shorterSide,
      interpolation: framing.interpolation == .bicubic ? .bicubic : .bilinear)
  }
}

extension Image {
  /// The picture as a network takes it.
  public func prepared(for network: Network) -> Image { prepared(Preprocessing(of: network)) }

  /// Reads a JPEG or PNG file as a network takes it.
  /// - Throws: one line if it is no picture that can be read.
  public init(contentsOf file: URL, preparedFor network: Network) throws(ImagingError) {
    try self.init(contentsOf: file, prepared: Preprocessing(of: network))
  }
}
