import Autograd
import Datasets
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Testing

@Suite("Mutated files of data sets and networks")
final class FileMutationTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a thousand mutated files, opens each, and says how many could be used; an error must be of one line.
  private func usable(_ name: String, of files: [[UInt8]], open: (URL) throws -> Void) throws -> Int {
    var random = RandomSource(seed: 7)
    let place = folder.appending(path: name)
    var count = 0
    for index in 0..<1_000 {
      try Data(Mutation.mutated(files[index % files.count], using: &random)).write(to: place)
      do {
        try open(place)
        count += 1
      } catch {
        #expect(!"\(error)".contains("\n") && "\(error)".hasPrefix(folder.path), "\(error)")
      }
    }
    return count
  }

  @Test("a thousand mutated CIFAR files are read or refused")
  func cifar() throws {
    try Data(SmallFiles.names).write(to: folder.appending(path: "batches.meta.txt"))
    let preprocessing = Preprocessing(side: 16)
    let count = try usable("data_batch_1.bin", of: [SmallFiles.cifar]) { _ in
      let test = try PhotoCollection(folder).testSet(preprocessing)
      #expect(test.count == 5 && test.skipped.isEmpty)
    }
    #expect(count > 0 && count < 950, "\(count) of 1000 can be read")
  }

  @Test("a thousand mutated lists of CIFAR's classes are read or refused")
  func names() throws {
    try Data(SmallFiles.cifar).write(to: folder.appending(path: "data_batch_1.bin"))
    let count = try usable("batches.meta.txt", of: [SmallFiles.names]) { _ in
      let photos = try PhotoCollection(folder)
      // The file has labels from 0 to 4, each of which needs a name.
      #expect(try photos.testSet(Preprocessing(side: 16)).count == 5 && photos.classNames.count >= 5)
    }
    #expect(count > 0 && count < 950, "\(count) of 1000 can be read")
  }

  @Test("a thousand mutated lists of class names in JSON are read or refused")
  func json() throws {
    var random = RandomSource(seed: 1)
    let network = Network(.resnet20, classes: ["0", "1", "2"], random: &random)
    let count = try usable("names.json", of: SmallFiles.json) { file in
      let named = try network.withClassNames(from: file)
      #expect(named.classes.count == 3)
    }
    #expect(count > 0 && count < 950, "\(count) of 1000 can be read")
  }

  @Test("a thousand mutated configurations of timm are read or refused")
  func configuration() throws {
    var random = RandomSource(seed: 1)
    let weights = folder.appending(path: "model.safetensors")
    try SafetensorsFile(tensors: Architecture.resnet20.makeLayers(2, &random).stateTensors).write(to: weights)
    let count = try usable("config.json", of: [SmallFiles.timm]) { _ in
      let preprocessing = try Network(contentsOf: weights).preprocessing
      #expect(1...1024 ~= preprocessing.side && preprocessing.side...2048 ~= preprocessing.shorterSide)
    }
    #expect(count > 0 && count < 950, "\(count) of 1000 can be read")
  }

  @Test("a thousand mutated safetensors files are read or refused")
  func safetensors() throws {
    let place = folder.appending(path: "whole.safetensors")
    let tensors = ["fc.weight": Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3]), "fc.bias": Tensor([1, 2], shape: [2])]
    try SafetensorsFile(tensors: tensors, metadata: ["classes": "cat,dog"]).write(to: place)
    let whole = [UInt8](try Data(contentsOf: place))
    let count = try usable("mutated.safetensors", of: [whole]) { file in
      let values = try SafetensorsFile(contentsOf: file).tensors.values.map(\.values.count)
      #expect(values.reduce(0, +) <= 4_096)
    }
    #expect(count > 0 && count < 950, "\(count) of 1000 can be read")
  }

  @Test("a thousand mutated quizzes are read or refused")
  func quiz() throws {
    let count = try usable("quiz.json", of: [SmallFiles.quiz]) { file in
      let quiz = try Quiz(try Data(contentsOf: file), file: file.path)
      #expect(quiz.before.allSatisfy { $0.options.count(where: \.isRight) == 1 })
    }
    #expect(count > 0 && count < 950, "\(count) of 1000 can be read")
  }
}
