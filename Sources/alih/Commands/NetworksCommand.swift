import ArgumentParser
import Foundation
import ModelZoo
import NeuralNetworks
import Notebook

struct NetworksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "networks", abstract: "Lists the networks of the course, or describes one of them.",
    discussion: "Example: alih networks info mini-vgg", subcommands: [List.self, Info.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the networks of the course.", discussion: "Example: alih networks list --language id")

    @OptionGroup var language: LanguageOption

    func run() throws {
      let words = NetworkWords(language: language.chosen)
      let rows = try Catalogue.names.map { name in
        let network = try Catalogue.network(name)
        let file = Catalogue.file(name)
        let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
        return [
          name, file.lastPathComponent, words.count(network.parameterCount), words.count(network.multiplications),
          network.testAccuracy.map(words.percent) ?? "–", words.megabytes(size),
        ]
      }
      print(TextTable(header: words.columns, rows: rows, leading: 2))
      print(words.folder(Catalogue.folder.path))
    }
  }

  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Describes a network: its layers with what they cost, and how it was made.",
      discussion: "Example: alih networks info mini-vgg --language id")

    @Argument(help: "A network of the course by its name, or a .safetensors file.")
    var network: String

    @OptionGroup var file: NetworkFileOptions
    @OptionGroup var language: LanguageOption

    func run() throws {
      let words = NetworkWords(language: language.chosen)
      let opened = try file.open(network)
      let layers = opened.summary
      let rows = layers.map { layer in
        [
          layer.name, layer.kind, layer.outputShape.map(String.init).joined(separator: "×"),
          words.count(layer.parameters), words.count(layer.multiplications),
        ]
      }
      let total = [words.total, "", "", words.count(opened.parameterCount), words.count(opened.multiplications)]
      print(words.title(opened, file.url(network).path))
      print("\n\(TextTable(header: words.layerColumns, rows: rows + [total], leading: 3))\n")
      print(words.classes(opened.classes))
      for (key, value) in opened.provenance.sorted(by: { $0.key < $1.key }) { print("\(key): \(value.onOneLine)") }
    }
  }
}

/// What is said about networks, in the reader's language.
private struct NetworkWords {
  let language: Language

  var columns: [String] {
    language == .en
      ? ["network", "file", "parameters", "multiplications", "test accuracy", "size"]
      : ["jaringan", "berkas", "parameter", "perkalian", "akurasi uji", "ukuran"]
  }

  var layerColumns: [String] {
    language == .en
      ? ["layer", "kind", "output", "parameters", "multiplications"]
      : ["lapisan", "jenis", "keluaran", "parameter", "perkalian"]
  }

  var total: String { language == .en ? "all" : "semua" }

  func folder(_ path: String) -> String {
    language == .en
      ? "\nMultiplications are those of a weight and a value, for one picture. The files lie in \(path)."
      : "\nPerkalian adalah perkalian bobot dengan nilai, untuk satu gambar. Berkas ada di \(path)."
  }

  func title(_ network: Network, _ path: String) -> String {
    let size = "\(network.inputSize)×\(network.inputSize)"
    return language == .en
      ? "\(path): \(network.architecture.name) for pictures of \(size)"
      : "\(path): \(network.architecture.name) untuk gambar \(size)"
  }

  func classes(_ names: [String]) -> String {
    let shown = (names.prefix(20) + (names.count > 20 ? ["…"] : [])).joined(separator: ", ").onOneLine
    return language == .en ? "\(names.count) classes: \(shown)" : "\(names.count) kelas: \(shown)"
  }

  func count(_ number: Int) -> String { ValueFormat.count.text(Double(number), in: language) }
  func percent(_ share: Double) -> String { ValueFormat.percent(digits: 2).text(share, in: language) }
  func megabytes(_ bytes: Int) -> String {
    ValueFormat.number(digits: 2).text(Double(bytes) / 1e6, in: language) + "\u{A0}MB"
  }
}

extension String {
  /// The text of a file, which may hold anything, without what a terminal would obey.
  fileprivate var onOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
