import Autograd
import Foundation

extension SafetensorsFile {
  /// The file's bytes: the same for the same tensors and metadata.
  public func encoded() throws -> Data {
    var header: [String: Any] = [:]
    if !metadata.isEmpty { header["__metadata__"] = metadata }
    var end = 0
    let names = tensors.keys.sorted()
    for name in names {
      let tensor = tensors[name] ?? Tensor(0)
      let size = tensor.count * MemoryLayout<Float>.size
      header[name] = ["dtype": "F32", "shape": tensor.shape, "data_offsets": [end, end + size]] as [String: Any]
      end += size
    }
    var json = try JSONSerialization.data(withJSONObject: header, options: [.sortedKeys, .withoutEscapingSlashes])
    json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - json.count % 8) % 8))
    var data = Data(capacity: 8 + json.count + end)
    withUnsafeBytes(of: UInt64(json.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(json)
    for name in names {
      // The format is little-endian, as are all machines that Swift runs on.
      tensors[name]?.withValues { data.append(contentsOf: UnsafeRawBufferPointer($0)) }
    }
    return data
  }

  /// Writes the file beside its place and renames it, so that it is whole or not there.
  /// - Throws: `SafetensorsError` with one line if it cannot be written.
  public func write(to file: URL) throws {
    let data = try encoded()
    do {
      try data.write(to: file, options: .atomic)
    } catch {
      throw SafetensorsError(file, "cannot be written; check that the folder exists and that you may write there")
    }
  }
}
