import Autograd
import Foundation
import NeuralNetworks
import Testing

@testable import ModelZoo

struct ONNXTests {
  /// For pictures as small as the architecture takes them without losing a layer; sides that pools do not divide are refused.
  private static func network(_ architecture: Architecture) -> Network {
    var random = RandomSource(seed: 5)
    let network = Network(
      architecture, classes: ["a", "b", "c"], normalization: architecture.normalization, random: &random)
    // Statistics and scales that are not those of a network fresh from its source.
    for (name, parameter) in network.state where parameter.value.shape.count == 1 || name.hasSuffix("layer_scale") {
      let noise = Tensor.uniform(shape: parameter.value.shape, in: 0.5...1.5, random: &random)
      parameter.set(name.hasSuffix("running_mean") || name.hasSuffix("bias") ? noise * 0.1 : noise)
    }
    return network
  }

  @Test("the file holds every weight under its name and in its bits")
  func weights() throws {
    let network = ONNXTests.network(.miniVGG)
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).onnx")
    defer { try? FileManager.default.removeItem(at: file) }
    try network.writeONNX(to: file)
    let model = WireMessage([UInt8](try Data(contentsOf: file)))
    let graph = try #require(model.messages(7).first)
    let stored = Dictionary(
      uniqueKeysWithValues: graph.messages(5).map { ($0.text(8), [UInt8]($0.bytes(9).first ?? [])) })
    for (name, parameter) in network.state {
      let bits = parameter.value.withValues { [UInt8](Data(buffer: $0)) }
      #expect(stored[name] == bits, "\(name)")
    }
    let operations = graph.messages(1).map { $0.text(4) }
    #expect(operations.count { $0 == "Conv" } == 7)
    #expect(operations.count { $0 == "BatchNormalization" } == 7)
    #expect(operations.last == "Identity" && operations.contains("Gemm"))
    #expect(
      graph.messages(11).map { $0.text(1) } == ["pictures"] && graph.messages(12).map { $0.text(1) } == ["logits"])
    #expect(model.messages(14).contains { $0.text(1) == "classes" && $0.text(2) == "a,b,c" })
  }

  @Test("a layer that is not known, and windows of several sizes, are refused by name")
  func refused() throws {
    struct Strange: Layer {
      func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input }
    }
    func complaint(_ layer: any Layer) -> String {
      let result = Result {
        try Sequential([("strange", layer)]).onnxModel(name: "odd", side: 8, scale: [1], shift: [0], metadata: [:])
      }
      guard case .failure(let error) = result else { return "nothing" }
      return "\(error)"
    }
    #expect(complaint(Strange()) == "strange is a Strange, for which there is no ONNX here")
    #expect(complaint(AdaptiveAveragePool2D(size: 3)).hasPrefix("strange pools maps of 8×8 to 3×3"))
  }

  /// Every kind of layer and block of the zoo.
  static let architectures: [Architecture] = [
    .miniVGG, .miniVGGPlaced, .resnet20, .mobilenetV2Narrow, .vgg11BN, .resnet18, .resnet50, .squeezenet,
    .efficientNetB0,
    .convNeXtTiny, .efficientNetLite0, .tensorFlowEfficientNetB0, .tinyTransformer, .tinyConvNeXt,
  ]

  @Test(
    "ONNX Runtime computes our logits", .enabled(if: python != nil, "ALIH_PYTHON names no Python with onnxruntime"),
    arguments: architectures)
  func runtime(architecture: Architecture) throws {
    let network = ONNXTests.network(architecture)
    var random = RandomSource(seed: 7)
    let side = network.inputSize
    let pictures = Tensor.uniform(shape: [2, side, side, 3], random: &random)
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try network.writeONNX(to: folder.appending(path: "network.onnx"))
    try pictures.permuted([0, 3, 1, 2]).withValues {
      try Data(buffer: $0).write(to: folder.appending(path: "pictures"))
    }
    let script = """
      import numpy, onnxruntime
      session = onnxruntime.InferenceSession("network.onnx", providers=["CPUExecutionProvider"])
      pictures = numpy.fromfile("pictures", numpy.float32).reshape(2, 3, \(side), \(side))
      for value in session.run(None, {"pictures": pictures})[0].ravel():
          print(repr(float(value)))
      """
    let theirs = try run(script, in: folder).split(separator: "\n").compactMap { Float($0) }
    let ours = network(pictures).values
    try #require(theirs.count == ours.count)
    let size = ours.map(abs).max() ?? 0
    for (left, right) in zip(ours, theirs) {
      #expect(abs(left - right) <= 1e-4 * max(1, size), "\(architecture.name): \(left) against \(right)")
    }
  }
}

/// A Python that has ONNX Runtime, as the environment names it.
private let python: String? = ProcessInfo.processInfo.environment["ALIH_PYTHON"]

private func run(_ script: String, in folder: URL) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: try #require(python))
  process.arguments = ["-c", script]
  process.currentDirectoryURL = folder
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}

/// A message of Protocol Buffers, taken apart without knowing what its fields mean.
private struct WireMessage {
  private var fields: [(number: Int, bytes: ArraySlice<UInt8>)] = []

  init(_ bytes: some Collection<UInt8>) {
    var rest = ArraySlice(Array(bytes))
    func varint() -> Int {
      var (value, shift) = (0, 0)
      while let byte = rest.popFirst() {
        value |= Int(byte & 0x7f) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      return value
    }
    while !rest.isEmpty {
      let tag = varint()
      switch tag & 7 {
      case 0: _ = varint()
      case 5: rest.removeFirst(4)
      default:
        let count = varint()
        fields.append((tag >> 3, rest.prefix(count)))
        rest.removeFirst(count)
      }
    }
  }

  func bytes(_ number: Int) -> [ArraySlice<UInt8>] { fields.filter { $0.number == number }.map(\.bytes) }
  func messages(_ number: Int) -> [WireMessage] { bytes(number).map(WireMessage.init) }
  func text(_ number: Int) -> String { String(decoding: bytes(number).first ?? [], as: UTF8.self) }
}
