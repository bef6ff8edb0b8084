import Autograd
import Foundation
import Imaging
import NeuralNetworks
import Testing

@testable import ModelZoo

/// timm's configuration beside a file, with values that are missing, of another kind, or cannot be.
@Suite struct TimmConfigurationTests {
  private func opened(_ config: String) throws -> Network {
    let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = RandomSource(seed: 1)
    let weights = folder.appending(path: "model.safetensors")
    try SafetensorsFile(tensors: Architecture.squeezenet.makeLayers(2, &random).stateTensors).write(to: weights)
    try Data(config.utf8).write(to: folder.appending(path: "config.json"))
    return try Network(contentsOf: weights)
  }

  /// A configuration of timm with some values.
  private func timm(_ values: String, architecture: String = "resnet18") -> String {
    "{\"architecture\": \"\(architecture)\", \"pretrained_cfg\": {\(values)}}"
  }

  @Test("what is not there is as usual, and early files have everything at the top")
  func absent() throws {
    #expect(try opened(timm("")).assumesScale)
    #expect(try opened(timm("\"mean\": null, \"std\": null, \"crop_pct\": null")).preprocessing == .imageNet)
    let early = "\"mean\": [0.5, 0.5, 0.5], \"std\": [0.5, 0.5, 0.5], \"input_size\": [3, 128, 128], \"crop_pct\": 0.8"
    let network = try opened("{\"architecture\": \"resnet18\", \(early)}")
    #expect(network.preprocessing == Preprocessing(side: 128, shorterSide: 160) && !network.assumesScale)
  }

  @Test(
    "a value that cannot be is refused by its name",
    arguments: [
      ("\"input_size\": [3, 224, 224], \"crop_pct\": 1e-300", "crop_pct 1e-300 is no share from 0.5 to 1"),
      ("\"input_size\": [3, 224, 224], \"crop_pct\": 0.0001", "crop_pct 0.0001"),
      ("\"input_size\": [3, 224, 224], \"crop_pct\": -1", "crop_pct -1"),
      ("\"input_size\": [3, 224, 224], \"crop_pct\": \"1\"", "pretrained_cfg.crop_pct is not what timm writes"),
      ("\"input_size\": [3, 224, 224], \"crop_mode\": \"squash\"", "crop_mode squash"),
      ("\"input_size\": [3, 224, 224], \"interpolation\": \"lanczos\"", "interpolation lanczos"),
      ("\"input_size\": [3, 224, 192]", "input_size [3, 224, 192]"), ("\"input_size\": []", "input_size []"),
      ("\"input_size\": [3, 9223372036854775807, 9223372036854775807]", "input_size [3, 9.22337e+18"),
      ("\"input_size\": [3, 2.5, 2.5]", "input_size [3, 2.5, 2.5]"),
      ("\"mean\": [123.675, 116.28, 103.53], \"std\": [58.395, 57.12, 57.375]", "write --mean 0.485,0.456,0.406"),
      ("\"mean\": [0.5, 0.5, 0.5]", "only one of mean and std"), ("\"mean\": [1e400]", "cannot be read as JSON"),
      ("\"mean\": [0.5], \"std\": [0.5, 0.5, 0.5]", "1 means and 3 deviations"),
      ("\"std\": \"abc\"", "pretrained_cfg.std"),
    ])
  func refused(values: String, words: String) throws {
    let error = try #require(throws: NetworkError.self) { try opened(timm(values)) }
    #expect(error.description.contains("config.json beside it") && error.description.contains(words), "\(error)")
    #expect(!error.description.contains("\n"))
  }

  @Test(
    "a damaged configuration is an error and not taken for none",
    arguments: ["{\"architecture\": \"resnet18\"", "", "{\"architecture\": 7}", "{\"pretrained_cfg\": {}}"])
  func damaged(text: String) throws {
    let error = try #require(throws: NetworkError.self) { try opened(text) }
    #expect(error.description.contains("config.json beside it"), "\(error)")
  }

  @Test("what another project calls so is left alone", arguments: ["{\"model_type\": \"vit\"}", "[1]", "7"])
  func others(text: String) throws {
    #expect(try opened(text).assumesScale)
  }
}
