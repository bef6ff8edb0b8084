import Autograd
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// The network and the pictures that a lesson works with, the course's own or a reader's, checked before anything long is begun.
package final class LessonMaterial {
  /// Whether a reader brought any of it.
  package let isOwn: Bool
  /// The network.
  package let network: Network
  /// What a reader calls it.
  package let networkName: String
  /// Where the pictures lie.
  package let source: DataSource
  /// What the lesson may cost.
  package let budget: Budget
  /// The logit that stands for each class of the pictures; nil if the network was made for other classes.
  package let places: [Int]?
  /// What is to be said of how the classes were matched, where it could be meant otherwise.
  private let matchRemark: Phrase?

  /// Opens a network and looks through the folder of pictures; what is not the reader's own is the lesson's, as all is where
  /// `material` is nil.
  /// - Throws: one line if something is missing, or too little, or if a class may be two of the network's.
  package init(
    _ material: OwnMaterial?, task: ClassificationTask = .menagerie, network usual: String = "mini-vgg"
  ) throws {
    isOwn = material != nil
    let material = material ?? OwnMaterial()
    let source = try DataSource(named: material.data ?? task.id, classes: material.classes)
    try source.checkForLesson()
    let network = try material.open?() ?? Catalogue.network(usual)
    guard network.channels == 3 else {
      throw NotebookError(
        en: "\(material.networkName ?? usual): takes grey pictures; give a network for pictures of three colours",
        id: "\(material.networkName ?? usual): menerima gambar abu-abu; beri jaringan untuk gambar tiga warna")
    }
    self.source = source
    networkName = material.networkName ?? usual
    budget = Budget(network, seconds: material.seconds)
    let (named, remark) = network.named(source.allClassNames.map(\.english))
    (self.network, matchRemark) = (named, remark)
    places = try ClassMatch.byName(source, named)?.places
  }

  /// Refuses a network whose head is not a linear layer, for lessons that fit one.
  package func requireLinearHead() throws {
    guard network.linearHead == nil else { return }
    throw NotebookError(
      en: "\(networkName): its head is not a linear layer, which this lesson needs; give another --network",
      id: "\(networkName): kepalanya bukan lapisan linear, padahal pelajaran ini memerlukannya; beri --network lain")
  }

  /// Pictures of each class to learn from, at most; half as many are kept back.
  ///
  /// All of them together are to be held in memory, so that it comes to less where there are many classes.
  package var perClass = 100 {
    didSet {
      let bytes = network.inputSize * network.inputSize * 3 * source.classNames.count * 3 / 2
      perClass = min(perClass, max(DataSource.fewest, LessonMaterial.room / bytes))
    }
  }
  /// Bytes of pictures that are held in memory at most.
  private static let room = 250_000_000
  private var read: DataSplit<Scoring>?

  /// The pictures at the size that the network takes, which are read when they are first asked for.
  package func pictures() throws -> DataSplit<Scoring> {
    let pictures = try read ?? source.trainingAndTest(network.preprocessing, perClass: perClass)
    try pictures.checkNoneLost()
    if isOwn, read == nil { try checkFinite(pictures) }
    read = pictures
    return pictures
  }

  /// Refuses a network whose logits of the first pictures are not finite numbers, before a lesson computes with them.
  private func checkFinite(_ pictures: DataSplit<Scoring>) throws {
    let some = pictures.training.subset(0..<min(8, pictures.training.count))
    _ = try network.finiteLogits(of: some.inputs.inThreeChannels) { "picture \($0 + 1) of \(pictures.name)" }
  }

  /// The minutes that some passes through the network take on a machine of two cores.
  package func minutes(_ passes: Int) -> Double {
    Double(passes) / Double(max(1, budget.passes)) * budget.seconds / 60
  }

  /// The names of the values and the figure that `show` makes.
  package static let shown = [
    "network", "architecture", "size", "parameters", "multiplications", "network-classes", "data", "classes", "names",
    "per-class", "learning", "test", "guess", "skipped", "match", "shown", "material",
  ]

  /// What is said of the material at the beginning of each lesson, under names of the running cell, and a figure of some of it.
  package func show(on page: Page) throws {
    let pictures = try pictures()
    page.measure("network", Phrase(networkName.inMarkdownCode))
    page.measure("architecture", Phrase("`\(network.architecture.name)`"))
    page.measure("size", network.inputSize)
    page.measure("parameters", network.parameterCount)
    page.measure("multiplications", Double(network.multiplications) / 1e6, as: .number(digits: 0))
    page.measure("network-classes", network.classes.count)
    page.measure("data", Phrase(pictures.name.inMarkdownCode))
    page.measure("classes", pictures.classNames.count)
    page.measure("names", called: Phrase.list(pictures.names))
    page.measure("per-class", pictures.perClass)
    page.measure("learning", pictures.training.count)
    page.measure("test", pictures.test.count)
    page.measure("guess", 1 / Double(pictures.classNames.count), as: .percent)
    let remarks = [Phrase(skipped: pictures.skipped) ?? Phrase.allRead] + source.remarks
    page.measure(
      "skipped",
      called: Phrase(en: remarks.map(\.en).joined(separator: "; "), id: remarks.map(\.id).joined(separator: "; ")))
    let match = places == nil ? Phrase.otherClasses : Phrase.sameClasses
    page.measure(
      "match", called: matchRemark.map { Phrase(en: "\(match.en): \($0.en)", id: "\(match.id): \($0.id)") } ?? match)
    try OwnFigures(page: page, pictures: pictures).someOfEachClass()
  }
}

extension Network {
  /// The network with names for its classes, if it has numbers for as many, and what is to be said of which it took for which.
  fileprivate func named(_ names: [String]) -> (Network, Phrase?) {
    guard hasUnnamedClasses, names.count == classes.count, let match = try? ClassMatch(names, to: self) else {
      return (self, nil)
    }
    return (withClassNames(zip(match.places, names).sorted { $0.0 < $1.0 }.map(\.1)), match.remark)
  }
}

extension Phrase {
  fileprivate static let allRead = Phrase(en: "all files could be read", id: "semua berkas terbaca")
  fileprivate static let sameClasses = Phrase(
    en: "The network has a name for each of these classes",
    id: "Jaringan itu memiliki nama untuk setiap kelas tersebut")
  fileprivate static let otherClasses = Phrase(
    en: "The network was made for other classes and has no name for these",
    id: "Jaringan itu dibuat untuk kelas-kelas lain dan tidak memiliki nama untuk kelas-kelas ini")

  /// Some names in a row, at most so many of them.
  package static func list(_ names: [Phrase], atMost most: Int = 12) -> Phrase {
    let shown = names.prefix(most)
    let rest = names.count - shown.count
    return Phrase(
      en: shown.map(\.en).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
      id: shown.map(\.id).joined(separator: ", ") + (rest > 0 ? " dan \(rest) lagi" : ""))
  }
}
