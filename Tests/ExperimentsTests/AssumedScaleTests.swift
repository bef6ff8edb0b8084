import Autograd
import Experiments
import Foundation
import ModelZoo
import NeuralNetworks
import Notebook
import Testing

@Suite struct AssumedScaleTests {
  @Test(
    "the scale that was taken for one that nobody said is called by its name, in both languages",
    arguments: [
      (Architecture.squeezenet, "ImageNet's", "skala ImageNet"),
      (
        .efficientNetLite0, "that of efficientnet_lite0's authors (mean 0.498, std 0.502)",
        "skala pembuat efficientnet_lite0 (mean 0.498, std 0.502)"
      ),
    ])
  func named(architecture: Architecture, english: String, indonesian: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    var random = RandomSource(seed: 1)
    try SafetensorsFile(tensors: architecture.makeLayers(2, &random).stateTensors).write(to: file)
    let scale = try Network(contentsOf: file).assumedScale
    #expect(scale?.en == english && scale?.id == indonesian)
    let said = try Network(contentsOf: file, normalization: .imageNet)
    #expect(said.assumedScale == nil)
  }
}
