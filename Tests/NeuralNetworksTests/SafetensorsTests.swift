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

  @Test("values that do not lie at multiples of four bytes are read all the same")
  func misaligned() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "a.safetensors")
    for spaces in 0..<4 {
      let header = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"# + String(repeating: " ", count: spaces)
      var data = safetensors(header, values: 0)
      for value: Float in [1.5, -2] { withUnsafeBytes(of: value) { data.append(contentsOf: $0) } }
      try data.write(to: file)
      #expect(try SafetensorsFile(contentsOf: file).tensors["a"]?.values == [1.5, -2])
    }
  }

  @Test("values stay as they were when the file is replaced or removed")
  func replaced() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "a.safetensors")
    try SafetensorsFile(tensors: ["a": Tensor([1, 2, 3])]).write(to: file)
    let opened = try #require(try SafetensorsFile(contentsOf: file).tensors["a"])
    try SafetensorsFile(tensors: ["a": Tensor([4, 5, 6])]).write(to: file)
    #expect(opened.values == [1, 2, 3])
    try FileManager.default.removeItem(at: file)
    #expect((opened + opened).values == [2, 4, 6])
  }

  @Test("names are read with all that JSON may write in them")
  func escapes() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "a.safetensors")
    let header =
      #"{"__metadata__" : {"a\"b\\\/\n\t\u00e9\ud83d\ude00" : "é"} , "w":{"shape":[ ],"data_offsets":[0, 4],"dtype":"F32"}}  "#
    try safetensors(header, values: 4).write(to: file)
    let read = try SafetensorsFile(contentsOf: file)
    #expect(read.metadata == ["a\"b\\/\n\té😀": "é"])
    #expect(read.tensors["w"]?.shape == [])
  }

  @Test("a header of 640 bytes, whose length begins as a pickle does, is no pickle")
  func lengthLikeAPickle() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "a.safetensors")
    for length in [640, 66_176] {
      let header = "{}" + String(repeating: " ", count: length - 2)
      try safetensors(header, values: 0).write(to: file)
      #expect(try SafetensorsFile(contentsOf: file).tensors.isEmpty)
    }
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
