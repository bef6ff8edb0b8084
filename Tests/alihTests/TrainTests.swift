import Autograd
import Foundation
import ModelZoo
import NeuralNetworks
import Testing

@Suite struct TrainTests {
  private let folder: TrialFolder
  private let farm, network, report: String

  /// Fifteen painted pictures in a folder, and places for what is made of them.
  init() throws {
    folder = try TrialFolder()
    farm = folder.url.appending(path: "farm").path
    network = folder.url.appending(path: "farm.safetensors").path
    report = folder.url.appending(path: "report").path
    _ = try Command("menagerie", "write", farm, "--task", "farm", "--count", "15", "--size", "16")
  }

  private func train(_ strategy: String, _ arguments: [String] = [], data: String? = nil) throws -> Command {
    try Command(
      arguments: ["train", "--data", data ?? farm, "--strategy", strategy, "--output", network, "--report", report]
        + arguments)
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test("a head on a frozen network is found in one go, written, and used by the other commands")
  func head() throws {
    let trained = try train("head", ["--language", "id"])
    #expect(trained.status == 0 && trained.output.contains("dari 3 gambar validasi diklasifikasi dengan benar"))
    #expect(trained.output.hasSuffix("\(network)\n"))
    let info = try Command("networks", "info", network).output
    #expect(info.contains("3 classes: cow, pig, sheep") && info.contains("made_with: alih train --strategy head"))
    #expect(info.contains("12 pictures of farm, 3 more to choose by, seed 1") && info.contains("validation_accuracy: "))
    #expect(try Command("predict", "\(farm)/cow/00000.png", "--network", network).output.contains("pig"))
    #expect(try Command("evaluate", "--data", farm, "--network", network).status == 0)
    let text = try String(contentsOfFile: "\(report)/report.md", encoding: .utf8)
    #expect(text.contains("| kelas | presisi | recall | F1 | gambar |\n|---|--:|--:|--:|--:|\n| cow | "))
    #expect(text.hasPrefix("# mini-vgg, dilatih dengan farm\n") && text.contains("](pictures-per-class.png)"))
    #expect(try train("head").output.contains("of 3 validation pictures"))
  }

  @Test("pictures beyond --count are said to be unused, in both languages and in the help")
  func unused() throws {
    _ = try Command("menagerie", "write", farm + "-more", "--task", "farm", "--count", "24", "--size", "16")
    let some = try train("head", ["--count", "5"], data: farm + "-more")
    #expect(
      some.output.contains("9 of 24 pictures are left unused: --count 5 takes at most 5 of a class"), "\(some.output)")
    let indonesian = try train("head", ["--count", "5", "--language", "id"], data: farm + "-more")
    #expect(indonesian.output.contains("9 dari 24 gambar tidak dipakai: --count 5"), "\(indonesian.output)")
    #expect(try !train("head", ["--count", "8"], data: farm + "-more").output.contains("unused"))
    let help = try Command("train", "--help").output
    #expect(help.contains("left unused") && help.contains("default: 200"))
  }

  @Test("fine-tuning and training from scratch go in epochs, each on one line", arguments: ["fine-tune", "scratch"])
  func epochs(strategy: String) throws {
    _ = try train("head")
    let trained = try train(
      strategy, ["--epochs", "2", "--augment"] + (strategy == "scratch" ? [] : ["--freeze", "6"]))
    #expect(trained.status == 0 && trained.error.isEmpty)
    #expect(
      trained.output.contains("epoch 1/2: training loss ") && trained.output.contains("\nepoch 2/2: training loss "))
    #expect(trained.output.contains("(head alone: ") == (strategy == "fine-tune"))
    #expect(try String(contentsOfFile: "\(report)/report.md", encoding: .utf8).contains("| Epochs | 2 of at most 2; "))
    #expect(try Command("networks", "info", network).output.contains("pictures mirrored and cropped"))
    let drawn = try FileManager.default.contentsOfDirectory(atPath: report)
    #expect(drawn.contains("curves.png") && drawn.contains("confusion.png") && drawn.contains("report.md"))
    #expect(!drawn.contains("pictures-per-class.png"), "left from the training before")
    let metrics = try String(contentsOfFile: "\(report)/metrics.csv", encoding: .utf8).split(separator: "\n")
    #expect(metrics.first == "epoch,training_loss,training_accuracy,validation_loss,validation_accuracy")
    #expect(
      metrics.count == 3 && metrics.last?.hasPrefix("2,") == true && metrics.last?.split(separator: ",").count == 5)
    _ = try train("head")
    #expect(!FileManager.default.fileExists(atPath: "\(report)/metrics.csv"), "a head has no epochs")
  }

  @Test("fine-tuning that helps nowhere gives back the head that it began with, and says so")
  func inVain() throws {
    _ = try train("head")
    let head = try Network(contentsOf: URL(filePath: network)).stateTensors.mapValues(\.values)
    let trained = try train("fine-tune", ["--epochs", "1", "--learning-rate", "1"])
    #expect(trained.output.contains(", which no epoch improved on)"))
    #expect(try Network(contentsOf: URL(filePath: network)).stateTensors.mapValues(\.values) == head)
    let text = try String(contentsOfFile: "\(report)/report.md", encoding: .utf8)
    #expect(text.contains("none was better than the head alone, which was kept"))
  }

  @Test("the same command gives the same bytes")
  func repeatable() throws {
    func trained() throws -> Data {
      _ = try train("fine-tune", ["--epochs", "1", "--freeze", "5", "--count", "5"], data: "farm:sketch")
      return try Data(contentsOf: URL(filePath: network))
    }
    #expect(try trained() == trained())
  }

  @Test("from scratch an architecture will do, and a file that does not state its scale is said to have ImageNet's")
  func scale() throws {
    let scratch = try train("scratch", ["--architecture", "resnet20", "--epochs", "1"])
    #expect(scratch.status == 0 && !scratch.output.contains("ImageNet"))
    var random = RandomSource(seed: 1)
    let silent = folder.url.appending(path: "silent.safetensors").path
    let layers = Architecture.resnet20.makeLayers(10, &random)
    try SafetensorsFile(tensors: layers.stateTensors).write(to: URL(filePath: silent))
    let head = try train("head", ["--network", silent, "--architecture", "resnet20"])
    #expect(head.status == 0 && head.error.contains("silent.safetensors: does not state the scale of its pictures"))
    let opened = try Network(contentsOf: URL(filePath: network))
    #expect(opened.normalization == .imageNet && opened.classes == ["cow", "pig", "sheep"] && opened.inputSize == 32)
    let told = try train(
      "head", ["--network", silent, "--architecture", "resnet20", "--mean", "0.5,0.5,0.5", "--std", "0.2,0.2,0.2"])
    #expect(told.status == 0 && told.error.isEmpty)
  }

  @Test("folders that no classes can be learnt from are refused with one line, and nothing is written")
  func badFolders() throws {
    let picture = Array(try Data(contentsOf: URL(filePath: "\(farm)/cow/00000.png")))
    for name in ["one/cow/a.png", "one/cow/b.png"] { _ = try folder.file(name, picture) }
    for name in ["single/cow/a.png", "single/cow/b.png", "single/pig/a.png"] { _ = try folder.file(name, picture) }
    for name in ["bad/cow/a.png", "bad/cow/b.png", "bad/pig/a.png"] { _ = try folder.file(name, picture) }
    let unreadable = try folder.file("bad/pig/b.png", [1])
    let before = try files()
    func data(_ name: String) -> String { folder.url.appending(path: name).path }
    #expect(try train("head", data: data("none")).refused(saying: "none is neither a folder nor a task"))
    #expect(try train("head", data: "farm:baroque").refused(saying: "baroque"))
    #expect(try train("head", data: data("one")).refused(saying: "one class only, cow"))
    #expect(try train("head", data: data("single")).refused(saying: "single: one picture only of the class pig"))
    #expect(try train("fine-tune", data: data("bad")).refused(saying: "bad: one picture only of the class pig"))
    try FileManager.default.removeItem(atPath: data("bad/pig/a.png"))
    #expect(try train("fine-tune", data: data("bad")).refused(saying: unreadable))
    #expect(try files() == before)
  }

  @Test("settings that make no sense are refused with one line, and nothing is written")
  func badSettings() throws {
    let before = try files()
    #expect(try train("guess").refused(saying: "guess"))
    #expect(try train("head", ["--count", "1"]).refused(saying: "--count 1"))
    #expect(try train("scratch", ["--epochs", "0"]).refused(saying: "--epochs 0"))
    #expect(try train("scratch", ["--learning-rate", "nan"]).refused(saying: "--learning-rate nan"))
    #expect(try train("scratch", ["--learning-rate", "0"]).refused(saying: "--learning-rate 0"))
    #expect(try train("fine-tune", ["--freeze", "8"]).refused(saying: "mini-vgg has 8 parts"))
    #expect(try train("fine-tune", ["--freeze=-1"]).refused(saying: "--freeze -1"))
    #expect(try train("head", ["--freeze", "1"]).refused(saying: "--freeze: belongs to --strategy fine-tune"))
    #expect(try train("head", ["--epochs", "3"]).refused(saying: "--strategy head"))
    #expect(try train("head", ["--network", "maxi-vgg"]).refused(saying: "maxi-vgg"))
    #expect(try train("scratch", ["--architecture", "lenet"]).refused(saying: "lenet"))
    #expect(try files() == before)
  }

  @Test("a head that is not linear is refused with one line")
  func notLinear() throws {
    var random = RandomSource(seed: 1)
    let file = folder.url.appending(path: "squeezenet.safetensors")
    try Network(.squeezenet, classes: ["a", "b"], inputSize: 64, random: &random).write(to: file)
    #expect(try train("head", ["--network", file.path]).refused(saying: "not a linear layer"))
    #expect(try !files().contains("farm.safetensors"))
  }

  @Test("places that cannot be written are refused before anything is trained")
  func unwritable() throws {
    let file = try folder.file("file", [1])
    func train(_ output: String, report: String) throws -> Command {
      try Command("train", "--data", farm, "--strategy", "scratch", "--output", output, "--report", report)
    }
    #expect(try train("\(file)/a.safetensors", report: report).refused(saying: "there is no folder \(file);"))
    #expect(try train("\(folder.url.path)/none/a.safetensors", report: report).refused(saying: "none"))
    #expect(try train(farm + "/cow", report: report).refused(saying: ".safetensors"))
    #expect(try train(network, report: "\(file)/report").refused(saying: "not a directory"))
    #expect(try files() == ["farm", "file"])
  }
}
