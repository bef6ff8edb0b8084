import Autograd
import Foundation

/// Named tensors with text metadata, as the safetensors format stores them.
///
/// The format: eight bytes with the length of a JSON header (little-endian), the header, then the values of all tensors
/// without gaps. It holds data alone, no code, so a file from anywhere can be read.
public struct SafetensorsFile {
  /// The tensors by name.
  ///
  /// Half precision, double precision and 64-bit integers are read as 32-bit floats.
  public var tensors: [String: Tensor]
  /// Free text by name, such as how the values were made.
  public var metadata: [String: String]

  /// A file's content, to be written.
  public init(tensors: [String: Tensor], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }
}
