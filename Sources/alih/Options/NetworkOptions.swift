import ArgumentParser
import Foundation
import ModelZoo

/// Which network a command works with.
struct NetworkOptions: ParsableArguments {
  @Option(help: "A network of the course by its name, or a .safetensors file.")
  var network = "mini-vgg"

  @Option(
    help: "The architecture of a file that does not say it: \(Architecture.all.map(\.name).joined(separator: ", ")).")
  var architecture: String?

  @Option(help: "The mean of each channel that the network subtracts, such as 0.485,0.456,0.406.")
  var mean: String?

  @Option(help: "The standard deviation of each channel that it divides by, such as 0.229,0.224,0.225.")
  var std: String?

  /// Opens the network.
  func open() throws -> Network {
    let isFile = network.contains("/") || network.hasSuffix(".safetensors")
    guard isFile || architecture != nil || mean != nil || std != nil else { return try Catalogue.network(network) }
    let file = isFile ? URL(filePath: network) : Catalogue.file(network)
    return try Network(contentsOf: file, architecture: architecture, normalization: normalization())
  }

  private func normalization() throws -> Normalization? {
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
