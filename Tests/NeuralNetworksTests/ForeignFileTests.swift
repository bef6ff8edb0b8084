import Autograd
import Foundation
import Testing

@testable import NeuralNetworks

/// What people have under the name of a network's file that is none.
@Suite struct ForeignFileTests {
  private func refusal(_ bytes: [UInt8], name: String = "a.safetensors") throws -> SafetensorsError {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: name)
    try Data(bytes).write(to: file)
    let error = try #require(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: file) }
    #expect(error.description.hasPrefix("\(file.path): ") && !error.description.contains("\n"), "\(error)")
    return error
  }

  private static let pointer = """
    version https://git-lfs.github.com/spec/v1
    oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
    size 12345

    """

  @Test(
    "what is a text is called what it is",
    arguments: [
      (pointer, "a pointer of Git LFS"), ("\n\n<!DOCTYPE html>\n<html lang=\"en\">", "a web page"),
      ("\u{FEFF}<html><head>", "a web page"), ("<?xml version=\"1.0\"?>\n<Error/>", "a text that begins with \"<?xml"),
      ("Entry not found", "a text that begins with \"Entry not found\""), ("404: Not Found", "404: Not Found"),
      ("{\"metadata\": {}, \"weight_map\": {\"a\": \"model-1.safetensors\"}}", "the index of a network"),
      ("{\"error\":\"Repository not found\"}", "a text that begins with"),
      ("", "is empty"), (String(repeating: "\0", count: 100), "begins with zeros"),
    ])
  func texts(text: String, words: String) throws {
    let error = try refusal(Array(text.utf8))
    #expect(error.description.contains(words) && error.conversion.isEmpty, "\(error)")
  }

  private static let starts: [(start: [UInt8], words: String)] = [
    ([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A], "HDF5"),
    (Array("GGUF\u{3}\0\0\0".utf8), "GGUF"),
    (Array("\u{8}\u{7}\u{12}\u{7}pytorch".utf8), "ONNX"),
    ([0x08, 0x01, 0x12, 0xF3, 0x05], "TensorFlow"),
    (Array("\u{1C}\0\0\0TFL3".utf8), "TensorFlow Lite"),
    ([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0], "NumPy (.npy)"),
    ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0], "gzip"),
    ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], "PNG"),
    (Array(("net.pth\u{7F}" + String(repeating: "\0", count: 249) + "ustar").utf8), "tar"),
    (zip("weights/model.weights.h5"), "Keras (.keras)"),
    (zip("arr_0.npy"), "NumPy (.npz)"),
    (zip("model/net.bin"), "ZIP archive"),
    ([0x80, 4, 0x95, 10, 0, 0, 0, 0, 0, 0, 0, 0x7D], "torch.save did not write"),
  ]

  @Test("a file of another format is called by its name", arguments: starts)
  func formats(start: [UInt8], words: String) throws {
    let error = try refusal(start + [UInt8](repeating: 1, count: 64))
    #expect(error.description.contains(words) && error.conversion.isEmpty, "\(error)")
  }

  /// The beginning of an archive whose first file has this name.
  private static func zip(_ name: String, _ content: String = "") -> [UInt8] {
    [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [UInt8(name.utf8.count), 0, 0, 0]
      + Array((name + content).utf8)
  }

  @Test("what PyTorch saved is refused with the lines that convert it, and what they may run is said")
  func conversions() throws {
    let legacy: [UInt8] = [0x80, 2, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]
    let network = "ctorch.nn.modules.conv\nConv2d\n"
    for (bytes, words) in [
      (Self.zip("vgg/data.pkl"), "weights_only=True)"),
      (legacy + [UInt8](repeating: 7, count: 99), "weights_only=True)"),
      (Self.zip("vgg/data.pkl", network), "weights_only=False)"), (legacy + Array(network.utf8), "weights_only=False)"),
      (Self.zip("vgg/constants.pkl") + Self.zip("vgg/data.pkl"), "torch.jit.load("),
    ] {
      let error = try refusal(bytes, name: "vgg\"16.pth")
      #expect(error.description.contains("saved by PyTorch"))
      let lines = error.conversion
      #expect(
        lines.contains { $0.hasPrefix("saved = ") && $0.contains(#"vgg\"16.pth"#) && $0.contains(words) }, "\(lines)")
      #expect(lines.last?.contains(#"vgg\"16.safetensors"#) == true)
      #expect(lines.contains { $0.contains("trust") } == !words.contains("jit"))
    }
  }

  @Test("what PyTorch saved under the name of a safetensors file is not written over")
  func wrongName() throws {
    let lines = try refusal(Self.zip("vgg/data.pkl"), name: "vgg.safetensors").conversion
    #expect(lines.last?.contains("/vgg.converted.safetensors\"") == true, "\(lines)")
  }

  @Test("a pipe is refused at once, and a file without permission, too")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.url.appending(path: "a.safetensors")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    let error = try #require(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: pipe) }
    #expect(error.description.contains("it is a pipe"))
  }
}
