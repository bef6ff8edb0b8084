import Autograd
import FileAccess
import Foundation

extension SafetensorsFile {
  /// The file's bytes: the same for the same tensors and metadata.
  public func encoded() throws -> Data {
    let names = tensors.keys.sorted()
    var data = try encodedHeader(names)
    for name in names { tensors[name]?.withBytes { data.append(contentsOf: $0) } }
    return data
  }

  /// Writes the file beside its place and renames it, so that it is whole or not there; no value is in memory twice.
  /// - Throws: `SafetensorsError` with one line if it cannot be written.
  public func write(to file: URL) throws {
    let names = tensors.keys.sorted()
    let header = try encodedHeader(names)
    do {
      let partial = try PartialFile(for: file)
      try header.withUnsafeBytes { try partial.write($0) }
      for name in names { try tensors[name]?.withBytes { try partial.write($0) } }
      try partial.finish()
    } catch let problem as FileProblem {
      throw SafetensorsError(file, "cannot be written: \(problem.english); choose another place")
    }
  }

  /// The length of the JSON, and the JSON itself, padded so that values lie at multiples of eight bytes.
  private func encodedHeader(_ names: [String]) throws -> Data {
    var header: [String: Any] = [:]
    if !metadata.isEmpty { header["__metadata__"] = metadata }
    var end = 0
    for name in names {
      let tensor = tensors[name] ?? Tensor(0)
      let size = tensor.count * MemoryLayout<Float>.size
      header[name] = ["dtype": "F32", "shape": tensor.shape, "data_offsets": [end, end + size]] as [String: Any]
      end += size
    }
    var json = try JSONSerialization.data(withJSONObject: header, options: [.sortedKeys, .withoutEscapingSlashes])
    json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - json.count % 8) % 8))
    return withUnsafeBytes(of: UInt64(json.count).littleEndian) { Data($0) } + json
  }
}

extension Tensor {
  /// Calls `body` with the values as the format stores them: little-endian, as all machines are that Swift runs on.
  fileprivate func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withValues { try body(UnsafeRawBufferPointer($0)) }
  }
}
