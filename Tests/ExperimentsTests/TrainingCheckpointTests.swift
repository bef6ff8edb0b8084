import Autograd
import Datasets
import Experiments
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Testing
import TransferLearning

/// Trainings that are interrupted and go on.
@Suite struct TrainingCheckpointTests {
  /// Ends a training after some steps of a phase, and notes how much of each phase had been done before.
  private final class Stopper: PhaseObserver {
    struct Stop: Error {}
    private let phase: TrainingPhase
    private var rest: Int
    private var current = TrainingPhase.features
    private(set) var doneBefore: [TrainingPhase: Int] = [:]
    private(set) var epochs: [Int] = []

    init(after steps: Int = .max, of phase: TrainingPhase = .learning) { (rest, self.phase) = (steps, phase) }

    func begin(_ phase: TrainingPhase, count: Int, done: Int) { (current, doneBefore[phase]) = (phase, done) }
    func end() {}
    func note(_ epoch: TrainingLoop.Epoch) { epochs.append(epoch.index) }
    func advance(by steps: Int) throws {
      guard current == phase else { return }
      rest -= steps
      if rest <= 0 { throw Stop() }
    }
  }

  private let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
  private var checkpoint: TrainingCheckpoint { TrainingCheckpoint(beside: folder.appending(path: "farm.safetensors")) }

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  private func training(_ settings: TrainingSettings, count: Int = 15) throws -> NetworkTraining {
    let source = TrainingSource(try Catalogue.network("mini-vgg-32"), name: "mini-vgg-32")
    let data = try DataSource(named: "farm").trainingAndValidation(
      source.network.preprocessing, perClass: count)
    return try NetworkTraining(of: source, on: data, settings)
  }

  private func bits(_ trained: TrainedNetwork) -> [[UInt32]] {
    trained.network.state.map { $0.parameter.value.values.map(\.bitPattern) }
  }

  @Test("a training that is interrupted in any epoch ends in the bits of one that is not", arguments: [0, 1, 2, 3])
  func epochs(done: Int) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = TrainingSettings(done % 2 == 0 ? .fineTune : .scratch)
    (settings.epochs, settings.patience, settings.frozenParts) = (4, done % 2 == 0 ? 2 : nil, done == 2 ? 3 : 0)
    settings.isAugmented = done == 1
    let whole = try training(settings).run(observer: Stopper())
    // 36 pictures are two batches of at most 20.
    let first = Stopper(after: 2 * done + 1)
    #expect(throws: Stopper.Stop.self) { try training(settings).run(keepingIn: checkpoint, observer: first) }
    #expect(first.epochs == Array(0..<done) && checkpoint.exists == (done > 0))
    let second = Stopper()
    let resumed = try training(settings).run(keepingIn: checkpoint, observer: second)
    #expect(second.doneBefore[.learning] == 2 * done && second.epochs == Array(done..<whole.epochs.count))
    #expect(bits(resumed) == bits(whole))
    #expect(resumed.epochs.map(\.training) == whole.epochs.map(\.training) && resumed.keptEpoch == whole.keptEpoch)
  }

  @Test("features of pictures that a head was to be found on are not computed again", arguments: [32, 64, 100])
  func features(stop: Int) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let settings = TrainingSettings(.head)
    let whole = try training(settings, count: 40).run(observer: Stopper())
    #expect(throws: Stopper.Stop.self) {
      try training(settings, count: 40).run(keepingIn: checkpoint, observer: Stopper(after: stop, of: .features))
    }
    let second = Stopper()
    let resumed = try training(settings, count: 40).run(keepingIn: checkpoint, observer: second)
    #expect(second.doneBefore[.features] ?? 0 > 0 || stop == 32)
    #expect(bits(resumed) == bits(whole))
  }

  @Test("a network from scratch is framed as its pictures were", arguments: [TrainingStrategy.scratch, .head])
  func framing(strategy: TrainingStrategy) throws {
    var network = try Catalogue.network("mini-vgg-32")
    network.preprocessing = Preprocessing(side: 32, shorterSide: 40, interpolation: .bicubic)
    let data = try DataSource(named: "farm").trainingAndValidation(network.preprocessing, perClass: 5)
    var settings = TrainingSettings(strategy)
    settings.epochs = 1
    let training = try NetworkTraining(of: TrainingSource(network, name: "framed"), on: data, settings)
    #expect(try training.run(observer: Stopper()).network.preprocessing == network.preprocessing)
  }

  @Test("what another training has left is refused, and kept; what is damaged, too")
  func others() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = TrainingSettings(.scratch)
    settings.epochs = 3
    #expect(throws: Stopper.Stop.self) {
      try training(settings).run(keepingIn: checkpoint, observer: Stopper(after: 3))
    }
    let kept = try Data(contentsOf: checkpoint.file)
    settings.epochs = 4
    let error = try #require(throws: DataSourceError.self) {
      try training(settings).run(keepingIn: checkpoint, observer: Stopper())
    }
    #expect(error.description.contains("farm.partial.safetensors") && error.description.contains("--restart"))
    #expect(try Data(contentsOf: checkpoint.file) == kept)
    try kept.prefix(kept.count - 4).write(to: checkpoint.file)
    settings.epochs = 3
    #expect(throws: SafetensorsError.self) { try training(settings).run(keepingIn: checkpoint, observer: Stopper()) }
  }

  @Test("a damaged checkpoint is refused by what is wrong in it, and kept")
  func damaged() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = TrainingSettings(.scratch)
    (settings.epochs, settings.patience) = (3, 2)
    #expect(throws: Stopper.Stop.self) {
      try training(settings, count: 5).run(keepingIn: checkpoint, observer: Stopper(after: 2))
    }
    let whole = try SafetensorsFile(contentsOf: checkpoint.file)
    func refusal(_ change: (inout SafetensorsFile) -> Void) throws -> String {
      var changed = whole
      change(&changed)
      try changed.write(to: checkpoint.file)
      let bytes = try Data(contentsOf: checkpoint.file)
      let error = try #require(throws: DataSourceError.self) {
        try training(settings, count: 5).run(keepingIn: checkpoint, observer: Stopper())
      }
      #expect(try Data(contentsOf: checkpoint.file) == bytes)
      #expect(error.description.contains("farm.partial.safetensors: damaged: ") && !error.description.contains("\n"))
      return error.description
    }
    for history in [
      "abc", "[]", "", "{}", "[{\"training\":[1,2],\"validation\":[1,0.5]}]",
      "[{\"training\":[1],\"validation\":[1,0.5]}]",
      "[{\"training\":[1,0.5],\"validation\":[]}]", "[{\"training\":[1e999,0.5],\"validation\":[1,0.5]}]",
    ] {
      #expect(try refusal { $0.metadata["epochs"] = history }.contains("epoch"), "\(history)")
    }
    #expect(try refusal { $0.metadata["epochs"] = nil }.contains("list of epochs"))
    for name in ["values.0", "values.3", "velocities.0", "best.0"] {
      #expect(try refusal { $0.tensors[name] = nil }.contains("tensor"), "\(name)")
      #expect(try refusal { $0.tensors["x." + name] = $0.tensors.removeValue(forKey: name) }.contains("tensor"))
      // An optimiser keeps its velocities as plain lists.
      let words = name.hasPrefix("velocities") ? "[5], not [" : "[1, 5], not ["
      #expect(try refusal { $0.tensors[name] = Tensor([1, 2, 3, 4, 5], shape: [1, 5]) }.contains(words), "\(name)")
    }
    #expect(try refusal { $0.tensors["values.0"] = $0.tensors["values.0"].map { $0 * .nan } }.contains("not finite"))
    #expect(try refusal { $0.tensors = $0.tensors.filter { !$0.key.hasPrefix("best.") } }.contains("missing"))
    #expect(try refusal { $0.tensors = [:] }.contains("missing"))
  }

  @Test("damaged features of a head's pictures are refused")
  func damagedFeatures() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let settings = TrainingSettings(.head)
    #expect(throws: Stopper.Stop.self) {
      try training(settings, count: 40).run(keepingIn: checkpoint, observer: Stopper(after: 64, of: .features))
    }
    let whole = try SafetensorsFile(contentsOf: checkpoint.file)
    let kept = try #require(whole.tensors["training"])
    for (name, tensor, words) in [
      ("training", Tensor(shape: [kept.shape[0], 3], filledWith: 0), "does not fit"),
      ("training", Tensor(shape: [100_000, kept.shape[1]], filledWith: 0), "does not fit"),
      ("training", kept * .nan, "not all finite"), ("validation", Tensor(1), "does not fit"),
      ("other", kept, "none of this training"),
    ] {
      var changed = whole
      changed.tensors[name] = tensor
      try changed.write(to: checkpoint.file)
      let error = try #require(throws: DataSourceError.self) {
        try training(settings, count: 40).run(keepingIn: checkpoint, observer: Stopper())
      }
      #expect(error.description.contains(words), "\(error)")
    }
  }
}
