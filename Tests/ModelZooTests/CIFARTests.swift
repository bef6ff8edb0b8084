import Autograd
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Testing

/// Real photographs and a real pre-trained network, which lie beside the project where it is developed.
private let cifar = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "shared/cifar10", directoryHint: .isDirectory)

@Suite(.enabled(if: FileManager.default.fileExists(atPath: cifar.path))) struct CIFARTests {
  private struct Reference: Decodable {
    let classes: [String]
    let mean, std: [Float]
    let accuracy: Double
    let logits: [String: [Float]]
  }

  @Test("a network that PyTorch trained gives PyTorch's logits and accuracy for photographs")
  func logitsAgree() throws {
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: cifar.appending(path: "reference.json")))
    let network = try Network(
      contentsOf: cifar.appending(path: "resnet20-cifar10.safetensors"), architecture: "resnet20",
      normalization: Normalization(mean: reference.mean, standardDeviation: reference.std))
    let names = reference.logits.keys.sorted()
    #expect(names.count == 500)
    let pixels = try names.flatMap { try Image(contentsOf: cifar.appending(path: $0)).withChannels(3).pixels }
    let logits = network(Tensor(pixels, shape: [names.count, 32, 32, 3]))
    let expected = names.flatMap { reference.logits[$0] ?? [] }
    // Two JPEG decoders differ in the last bit of a pixel; the reference is rounded to four digits.
    #expect(logits.count == expected.count)
    let wrong = zip(logits.values, expected).map { abs($0 - $1) }.first { !($0 < 2e-2) }
    #expect(wrong == nil, "logits differ by \(wrong ?? 0)")
    let labels = names.compactMap { reference.classes.firstIndex(of: String($0.split(separator: "/")[1])) }
    #expect(abs(Double(accuracy(logits, labels)) - reference.accuracy) <= 0.004)
  }
}
