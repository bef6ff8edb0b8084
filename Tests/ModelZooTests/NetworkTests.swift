import Autograd
import Foundation
import ModelZoo
import NeuralNetworks
import Testing

@Suite struct NetworkTests {
  @Test("a network comes back from its file with its classes, scale and answers")
  func roundTrip() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    var random = RandomSource(seed: 1)
    var network = Network(.miniVGG, classes: ["cat", "dog", "zebra"], random: &random)
    network.provenance["training"] = "none"
    try network.write(to: file)
    let opened = try Network(contentsOf: file)
    let pictures = Tensor.uniform(shape: [2, 64, 64, 3], random: &random)
    #expect(opened.classes == network.classes && opened.normalization == network.normalization)
    #expect(opened.provenance == ["training": "none"])
    #expect(opened(pictures).values == network(pictures).values)
    #expect(opened.index(of: "dog") == 1 && opened.index(of: "cow") == nil)
  }

  @Test("a file that does not say what it is is known by its weights, and another architecture's is refused")
  func unknownFiles() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    var random = RandomSource(seed: 1)
    let layers = Architecture.resnet20.makeLayers(7, &random)
    try SafetensorsFile(tensors: layers.stateTensors).write(to: file)
    #expect(try Network(contentsOf: file).assumesScale)
    #expect(throws: NetworkError.self) { try Network(contentsOf: file, architecture: "lenet", normalization: .centred) }
    #expect(throws: NetworkError.self) {
      try Network(contentsOf: file, architecture: "mini-vgg", normalization: .centred)
    }
    let network = try Network(contentsOf: file, architecture: "resnet20", normalization: .centred)
    #expect(network.classes == ["0", "1", "2", "3", "4", "5", "6"])
  }

  @Test(
    "a network takes the smallest pictures that its file may ask for",
    arguments: [
      "mini-vgg", "resnet20", "mobilenet_v2", "mobilenet_v2-0.35", "squeezenet1_1", "efficientnet_b0", "convnext_tiny",
    ])
  func smallest(name: String) throws {
    let architecture = try #require(Architecture.named(name))
    var random = RandomSource(seed: 1)
    let network = Network(architecture, classes: ["a", "b"], inputSize: 1, random: &random)
    let file = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    try network.write(to: file)
    let opened = try Network(contentsOf: file)
    let pictures = Tensor(shape: [1, opened.inputSize, opened.inputSize, 3], filledWith: 0.5)
    #expect(opened(pictures).shape == [1, 2])
  }

  @Test(
    "a network needs as many multiplications as its table of layers gives",
    arguments: [
      ("mini-vgg", 16, 112_068_608), ("resnet20", 10, 40_551_040), ("resnet18", 1000, 1_814_073_344),
      ("mobilenet_v2", 1000, 300_774_272), ("squeezenet1_1", 1000, 349_151_936),
    ])
  func multiplications(name: String, classes: Int, expected: Int) throws {
    var random = RandomSource(seed: 1)
    let architecture = try #require(Architecture.named(name))
    let size = architecture.inputSize
    #expect(architecture.makeLayers(classes, &random).multiplications(for: [size, size, 3]) == expected)
  }

  @Test("a workload counts two operations a multiply-add, and the passes of a gradient and of training")
  func operations() throws {
    let forward = try Workload("infer/resnet20/1").operations
    #expect(forward == 2 * 40_551_040)
    #expect(try Workload("infer/resnet20/3").operations == 3 * forward)
    #expect(try Workload("input-gradient/resnet20/1").operations == 2 * forward)
    #expect(try Workload("train/resnet20/1").operations == 3 * forward)
    #expect(try Workload("matmul/17").operations == 2 * 17 * 17 * 17)
  }

  @Test("workloads run, and other names are refused")
  func workloads() throws {
    for name in Workload.names where name.hasPrefix("infer/") && name.contains("mini-vgg") {
      #expect(try Workload(name.replacing(/\d+$/, with: "1")).times(repeats: 1).count == 1)
    }
    #expect(try Workload("matmul/33").times(repeats: 2).count == 2)
    for name in [
      "", "matmul", "matmul/0", "matmul/x", "infer/mini-vgg", "sleep/mini-vgg/1", "infer/lenet/1", "infer/mini-vgg/0",
      "infer/mini-vgg/x",
    ] {
      #expect(throws: NetworkError.self) { try Workload(name) }
    }
  }
}
