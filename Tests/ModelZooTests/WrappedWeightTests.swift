import Autograd
import Foundation
import NeuralNetworks
import Testing

@testable import ModelZoo

/// Names of weights as tools of PyTorch leave them.
@Suite struct WrappedWeightTests {
  private func names(_ names: [String]) -> Set<String> {
    Set(WeightNames.cleaned(Dictionary(uniqueKeysWithValues: names.map { ($0, Tensor(1)) })).keys)
  }

  @Test(
    "wrappers go, alone and within one another",
    arguments: [
      "module.", "model.", "_orig_mod.", "module._orig_mod.", "_orig_mod.module.", "model._orig_mod.", "model.model.",
      "student.backbone.", "_fsdp_wrapped_module._orig_mod.", "ema_model.module.", "net.",
    ])
  func wrappers(prefix: String) {
    #expect(names(["conv1.weight", "layer1.0.bn1.bias"].map { prefix + $0 }) == ["conv1.weight", "layer1.0.bn1.bias"])
  }

  @Test("counters go, also those beside a wrapper, and so does what stands within names")
  func counters() {
    let all = [
      "n_averaged", "module.conv1.weight", "module.bn1.num_batches_tracked", "total_ops", "module.total_params",
      "module.conv1.total_ops", "module.layer1._orig_mod.0.weight", "module.layer2._checkpoint_wrapped_module.0.weight",
    ]
    #expect(names(all) == ["conv1.weight", "layer1.0.weight", "layer2.0.weight"])
  }

  @Test("what only looks like a wrapper stays, and what is beside a wrapper is left over")
  func others() {
    #expect(names(["features.0.weight", "features.1.weight"]) == ["features.0.weight", "features.1.weight"])
    #expect(names(["module.a", "module.b", "criterion.weight"]) == ["a", "b", "criterion.weight"])
    #expect(names(["model.a", "ema_model.a"]) == ["model.a", "ema_model.a"])
    #expect(names(["model.a", "model.b", "a"]) == ["model.a", "model.b", "a"])
    #expect(names(["x._orig_mod.a", "x.a"]) == ["x._orig_mod.a", "x.a"])
    #expect(names(["model"]) == ["model"] && names([]).isEmpty)
  }

  @Test("two weights of one name after the translation are not merged: the second is left over")
  func clash() throws {
    let tensors = [
      "stages.0.blocks.0.conv_dw.weight": Tensor(0), "stem.1.bias": Tensor(1), "features.0.1.bias": Tensor(2),
    ]
    let translated = Architecture.convNeXtTiny.translated(tensors)
    #expect(translated.count == 3 && translated["features.0.1.bias"]?.item == 2 && translated["stem.1.bias"]?.item == 1)
  }

  @Test("whether a file must be written anew before PyTorch opens it is known")
  func foreign() throws {
    var random = RandomSource(seed: 1)
    let plain = Architecture.resnet20.makeLayers(2, &random).stateTensors
    for (prefix, isForeign) in [("", false), ("module.", true)] {
      let file = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString).safetensors")
      defer { try? FileManager.default.removeItem(at: file) }
      var tensors = Dictionary(uniqueKeysWithValues: plain.map { (prefix + $0.key, $0.value) })
      tensors[prefix + "bn1.num_batches_tracked"] = Tensor(3)
      try SafetensorsFile(tensors: tensors).write(to: file)
      #expect(try Network(contentsOf: file).hasForeignNames == isForeign)
    }
  }
}
