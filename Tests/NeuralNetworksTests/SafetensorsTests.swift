import Autograd
import Foundation
import NeuralNetworks
import Testing

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }
}

/// The bytes of a file: header length, header, values.
func safetensors(_ header: String, values: Int, length: UInt64? = nil) -> Data {
  var data = withUnsafeBytes(of: (length ?? UInt64(header.utf8.count)).littleEndian) { Data($0) }
  data.append(Data(header.utf8))
  data.append(Data(count: values))
  return data
}

@Suite struct SafetensorsTests {
  @Test("tensors and metadata come back as they were written, in the same bytes")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "a.safetensors")
    let tensors = [
      "b.weight": Tensor([1, -2.5, .pi], shape: [3, 1]), "a": Tensor(7), "empty": Tensor([], shape: [0, 4]),
    ]
    let written = SafetensorsFile(tensors: tensors, metadata: ["note": "ε = 8/255"])
    try written.write(to: file)
    let read = try SafetensorsFile(contentsOf: file)
    #expect(read.metadata == ["note": "ε = 8/255"])
    #expect(Set(read.tensors.keys) == Set(tensors.keys))
    for (name, tensor) in tensors {
      #expect(read.tensors[name]?.values == tensor.values)
      #expect(read.tensors[name]?.shape == tensor.shape)
    }
    #expect(try read.encoded() == written.encoded())
  }

  @Test("half, bfloat, double and integer values are read")
  func otherTypes() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "a.safetensors")
    let header = """
      {"h":{"dtype":"F16","shape":[3],"data_offsets":[0,6]},"b":{"dtype":"BF16","shape":[1],"data_offsets":[6,8]},\
      "d":{"dtype":"F64","shape":[1],"data_offsets":[8,16]},"i":{"dtype":"I64","shape":[1],"data_offsets":[16,24]}}
      """
    var data = safetensors(header, values: 0)
    data.append(contentsOf: [0x00, 0x3E, 0x01, 0x00, 0x00, 0xFC])  // 1.5, the smallest positive half, −∞
    data.append(contentsOf: [0x80, 0xBF])  // −1
    withUnsafeBytes(of: (2.25).bitPattern.littleEndian) { data.append(contentsOf: $0) }
    withUnsafeBytes(of: Int64(-9).littleEndian) { data.append(contentsOf: $0) }
    try data.write(to: file)
    let tensors = try SafetensorsFile(contentsOf: file).tensors
    #expect(tensors["h"]?.values == [1.5, 0x1p-24, -.infinity])
    #expect(tensors["b"]?.values == [-1])
    #expect(tensors["d"]?.values == [2.25])
    #expect(tensors["i"]?.values == [-9])
  }

  @Test(
    "a file that lies is refused with one line that names it",
    arguments: [
      ("too short", Data([1, 2, 3])),
      ("header longer than the file", safetensors("{}", values: 0, length: 1_000_000)),
      ("header length of 2⁶³", safetensors("{}", values: 0, length: 1 << 63)),
      ("not JSON", safetensors("{\"a\": ", values: 4)),
      ("not an object", safetensors("[1]", values: 0)),
      ("nested deeply", safetensors(String(repeating: "[", count: 100_000), values: 0)),
      ("past the end", safetensors(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, values: 4)),
      ("negative offset", safetensors(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[-4,4]}}"#, values: 8)),
      ("size and shape differ", safetensors(#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, values: 8)),
      (
        "overlapping",
        safetensors(
          #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}"#,
          values: 12)
      ),
      ("a gap", safetensors(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, values: 8)),
      ("left over", safetensors(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, values: 8)),
      (
        "a shape that overflows",
        safetensors(#"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}"#, values: 0)
      ),
      ("negative shape", safetensors(#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, values: 4)),
      ("unknown type", safetensors(#"{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}"#, values: 4)),
      ("metadata that is not text", safetensors(#"{"__metadata__":{"a":1}}"#, values: 0)),
    ])
  func liesAreRefused(_ name: String, _ data: Data) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "bad.safetensors")
    try data.write(to: file)
    let error = try #require(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: file) }
    #expect(error.description.contains("bad.safetensors"), "\(name): \(error)")
    #expect(!error.description.contains("\n"))
  }

  @Test("a missing file, a folder and a place that cannot be written are told in one line")
  func placesThatDoNotWork() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: folder.url.appending(path: "none")) }
    #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: folder.url) }
    #expect(throws: SafetensorsError.self) {
      try SafetensorsFile(tensors: [:]).write(to: folder.url.appending(path: "no/such/folder/a.safetensors"))
    }
  }
}
