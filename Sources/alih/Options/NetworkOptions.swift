import ArgumentParser
import Autograd
import Experiments
import Foundation
import Imaging
import ModelZoo
import Notebook

/// Which network a command works with.
struct NetworkOptions: ParsableArguments {
  @Option(help: "A network of the course by its name, or a .safetensors file.")
  var network = "mini-vgg"

  @OptionGroup var file: NetworkFileOptions

  /// Opens the network.
  func open() throws -> Network { try file.open(network) }

  /// Opens the network for a training; where all is learnt from scratch, an architecture by its name will do.
  func trainingSource(fromScratch: Bool) throws -> TrainingSource {
    if fromScratch, !file.isFile(network), let name = file.architecture {
      guard let architecture = Architecture.named(name) else {
        let known = Architecture.all.map(\.name).joined(separator: ", ")
        throw ValidationError("unknown architecture \(name); there are \(known)")
      }
      var blank = RandomSource.blank
      let scale = try file.normalization() ?? .centred
      return TrainingSource(Network(architecture, classes: ["0"], normalization: scale, random: &blank), name: name)
    }
    return TrainingSource(try open(), name: file.isFile(network) ? file.url(network).lastPathComponent : network)
  }
}

/// What is said about a network whose file does not say it.
struct NetworkFileOptions: ParsableArguments {
  @Option(
    help: """
      The architecture of a file that does not say it, where its weights do not: \
      \(Architecture.all.map(\.name).joined(separator: ", ")), or mobilenet_v2-WIDTH for another width.
      """)
  var architecture: String?

  @Option(help: "The mean of each channel that the network subtracts, such as 0.485,0.456,0.406.")
  var mean: String?

  @Option(help: "The standard deviation of each channel that it divides by, such as 0.229,0.224,0.225.")
  var std: String?

  @Option(
    help:
      "Pixels of a picture's shorter side before the middle is cut out, such as 232 for torchvision's second weights.")
  var resize: Int?

  @Option(
    help: """
      A file with the names of the network's classes in their order: one a line, or a list in JSON, or Keras' \
      imagenet_class_index.json.
      """)
  var classNames: String?

  /// Whether nothing is said.
  var saysNothing: Bool {
    architecture == nil && mean == nil && std == nil && resize == nil && classNames == nil
  }

  /// Opens a network of the course by its name, or a file.
  func open(_ network: String) throws -> Network {
    let opened = try openAsItIs(network)
    return try classNames.map { try opened.withClassNames(from: URL(filePath: $0)) } ?? opened
  }

  private func openAsItIs(_ network: String) throws -> Network {
    guard isFile(network) || !saysNothing else { return try Catalogue.network(network) }
    let sizes = Preprocessing.shorterSides
    if let resize, !(sizes ~= resize) {
      throw ValidationError("--resize \(resize): give \(sizes.lowerBound) to \(sizes.upperBound) pixels")
    }
    let opened = try Network(
      contentsOf: url(network), architecture: architecture, normalization: normalization(), shorterSide: resize)
    if let scale = opened.assumedScale { remark(on: scale, of: network) }
    return opened
  }

  /// Says which scale was taken where nobody gave one.
  private func remark(on scale: Phrase, of network: String) {
    let isEnglish = LanguageOption.fromArguments == .en
    let remark =
      isEnglish
      ? "does not state the scale of its pictures; taken to be \(scale.en) (else give --mean and --std)"
      : "tidak menyebut skala gambarnya; dianggap \(scale.id) (kalau bukan, berikan --mean dan --std)"
    StandardStream.error.print("alih: \(network.onOneLine): \(remark)")
  }

  /// Where the network lies.
  func url(_ network: String) -> URL {
    isFile(network) ? URL(filePath: network) : Catalogue.file(network)
  }

  func isFile(_ network: String) -> Bool {
    network.contains("/") || [".safetensors", ".pth", ".pt", ".th"].contains { network.hasSuffix($0) }
  }

  func normalization() throws -> Normalization? {
    guard mean != nil || std != nil else { return nil }
    guard let mean, let std else { throw ValidationError("--mean and --std belong together; give both or neither") }
    do throws(NetworkError) {
      return try Normalization(mean: mean, standardDeviation: std)
    } catch {
      throw ValidationError("--mean and --std: \(error.description)")
    }
  }
}
