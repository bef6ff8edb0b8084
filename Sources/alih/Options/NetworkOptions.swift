import ArgumentParser
import Autograd
import Foundation
import Lessons
import ModelZoo

/// Which network a command works with.
struct NetworkOptions: ParsableArguments {
  @Option(help: "A network of the course by its name, or a .safetensors file.")
  var network = "mini-vgg"

  @OptionGroup var file: NetworkFileOptions

  /// Opens the network.
  func open() throws -> Network { try file.open(network) }

  /// Opens the network for a training; where all is learnt from scratch, an architecture by its name will do.
  ///
  /// A file that does not state its scale is taken to have ImageNet's, as nearly all published networks have.
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
    let name = file.isFile(network) ? file.url(network).lastPathComponent : network
    do {
      return TrainingSource(try open(), name: name)
    } catch let error as NetworkError where error.lacksScale {
      let opened = try Network(
        contentsOf: file.url(network), architecture: file.architecture, normalization: .imageNet)
      return TrainingSource(opened, name: name, assumesScale: true)
    }
  }
}

/// What is said about a network whose file does not say it.
struct NetworkFileOptions: ParsableArguments {
  @Option(
    help: "The architecture of a file that does not say it: \(Architecture.all.map(\.name).joined(separator: ", ")).")
  var architecture: String?

  @Option(help: "The mean of each channel that the network subtracts, such as 0.485,0.456,0.406.")
  var mean: String?

  @Option(help: "The standard deviation of each channel that it divides by, such as 0.229,0.224,0.225.")
  var std: String?

  /// Opens a network of the course by its name, or a file.
  func open(_ network: String) throws -> Network {
    guard isFile(network) || architecture != nil || mean != nil || std != nil else {
      return try Catalogue.network(network)
    }
    return try Network(contentsOf: url(network), architecture: architecture, normalization: normalization())
  }

  /// Where the network lies.
  func url(_ network: String) -> URL {
    isFile(network) ? URL(filePath: network) : Catalogue.file(network)
  }

  func isFile(_ network: String) -> Bool {
    network.contains("/") || network.hasSuffix(".safetensors")
  }

  func normalization() throws -> Normalization? {
    guard mean != nil || std != nil else { return nil }
    guard let mean, let std else { throw ValidationError("--mean and --std belong together; give both or neither") }
    guard let normalization = Normalization(mean: mean, standardDeviation: std) else {
      throw ValidationError(
        "--mean \(mean) --std \(std): write three numbers each, with commas and without spaces, the second ones positive"
      )
    }
    return normalization
  }
}
