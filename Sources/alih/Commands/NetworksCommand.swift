import ArgumentParser
import Foundation
import ModelZoo
import NeuralNetworks
import Notebook

struct NetworksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "networks",
    abstract: "Lists the networks of the course, describes a network, or exports it for PyTorch.",
    discussion: "Example: alih networks info mini-vgg", subcommands: [List.self, Info.self, Export.self],
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
      print(words.title(opened, file.url(network).path.onOneLine))
      print("\n\(TextTable(header: words.layerColumns, rows: rows + [total], leading: 3))\n")
      print(words.classes(opened.classes))
      for (key, value) in opened.provenance.sorted(by: { $0.key < $1.key }) {
        print("\(key.onOneLine): \(value.onOneLine)")
      }
    }
  }
}

extension NetworksCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the lines of Python that open a network in PyTorch or ONNX Runtime, and writes its file.",
      discussion: """
        Example: alih networks export mini-vgg --output mini-vgg.safetensors > mini_vgg.py

        For ONNX Runtime: alih networks export mini-vgg --onnx mini-vgg.onnx > mini_vgg_onnx.py

        The file says the names of the classes, the scale, and how photographs are framed.
        """)

    @Argument(help: "A network of the course by its name, or a .safetensors file.")
    var network: String

    @OptionGroup var file: NetworkFileOptions

    @Option(help: "The file to write, ending in .safetensors; otherwise the lines open the network's own file.")
    var output: String?

    @Option(help: "A file to write for other runtimes, in the Open Neural Network Exchange format, ending in .onnx.")
    var onnx: String?

    func validate() throws {
      if let onnx, !onnx.hasSuffix(".onnx") {
        throw ValidationError("--onnx \(onnx): such a file ends in .onnx")
      }
      guard output == nil || onnx == nil else {
        throw ValidationError("--output and --onnx are two forms of one file; give one of them, and the command twice")
      }
      if let output, !output.hasSuffix(".safetensors") {
        throw ValidationError("--output \(output): a network's file ends in .safetensors")
      }
    }

    func run() throws {
      let opened = try file.open(network)
      if let onnx {
        let place = URL(filePath: onnx)
        try NetworkFile.check(place)
        try opened.writeONNX(to: place)
        return print(RuntimeScript(opening: opened, in: place))
      }
      guard output != nil || !opened.hasForeignNames else {
        throw ValidationError(
          "\(network): its weights have other names than those of PyTorch's \(opened.architecture.name); give --output, "
            + "which writes them under these")
      }
      let place = output.map { URL(filePath: $0) } ?? file.url(network)
      if output != nil {
        try NetworkFile.check(place)
        try opened.write(to: place)
      }
      print(PythonScript(opening: opened, in: place))
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
