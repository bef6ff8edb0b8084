import Autograd
import Charts
import Datasets
import Foundation
import Imaging
import ModelZoo
import Notebook
import Visualization

/// An attack on one picture: the attacked picture as a file, and a figure of what was changed and what the network says.
public struct AttackGallery {
  private let network: Network
  private let original: Image
  private let goal: AttackGoal
  private let language: Language

  /// What came of it, all of it measured on the file that was written.
  public struct Result {
    /// The picture, and the figure with the numbers.
    public let picture, figure: URL
    /// Success, probabilities and distances.
    public let outcome: AttackOutcome
    /// The network's first answer before and after.
    public let answers: (before: String, after: String)
    /// The name of the class that the goal is about.
    public let className: String
  }

  /// An attack that wants a picture, which the network receives as a square of its input size, to be taken for a class, or
  /// for any other than it is taken for, where no class is given.
  /// - Throws: one line if the network does not know the class, takes the picture for it already, or has no finite logits.
  public init(_ network: Network, on picture: Image, target: String?, language: Language) throws {
    self.network = network
    self.language = language
    original = picture.prepared(for: network)
    let answer = try network.finiteLogits(of: Tensor([original])) { _ in "the picture" }.indicesOfLargest()[0]
    if let target {
      let subject = try ClassLabel(target, of: network)
      guard subject.label != answer else {
        throw NetworkError("the network takes the picture for \(subject.name) already; choose another --target")
      }
      goal = .target(subject.label)
    } else {
      goal = .anythingBut(answer)
    }
  }

  /// Attacks the picture and writes `attacked.png` and the figure `attack.png` into a folder.
  /// - Throws: one line if a file cannot be written.
  public func draw(_ attack: ProjectedGradient, into folder: URL) throws -> Result {
    var attack = attack
    if case .target = goal { attack.isTargeted = true }
    (attack.staysOnLattice, attack.keepsBest) = (true, true)
    _ = try OutputFolder(folder)
    let start = Tensor([original])
    let attacked = attack.attack(network, start, labels: [goal.label])

    let file = folder.appending(path: "attacked.png")
    try attacked.pictures[0].writePNG(to: file, text: ["Title": title, "Software": Release.software])
    let kept = try Image(contentsOf: file)
    let outcome = AttackOutcome(of: Tensor([kept]), from: start, by: network, goal: goal)
    _ = try network.finite(Tensor(outcome.after, shape: [1, outcome.after.count])) { _ in file.relativePath }
    let figure = folder.appending(path: "attack.png")
    try image(kept, outcome).writePNG(
      to: figure, text: ["Title": title, "Description": description(outcome), "Software": Release.software])
    return Result(
      picture: file, figure: figure, outcome: outcome,
      answers: (name(first(outcome.before)), name(first(outcome.after))), className: network.uniqueNames[goal.label])
  }

  private func image(_ attacked: Image, _ outcome: AttackOutcome) -> Image {
    let largest = max(outcome.distance.maximum, 1 / 255)
    let factor = Float(max(1, Int(0.5 / largest)))
    let change = attacked.change(from: original, times: factor)
    let size = language == .en ? "largest" : "terbesar"
    let cells = [
      PictureGrid.Cell(original, caption: lines(outcome.before)),
      PictureGrid.Cell(
        change,
        caption: [
          .init("L2 \(number(outcome.distance.euclidean, 2))"),
          .muted("\(size) \(number(outcome.distance.maximum * 255, 0))/255"),
        ]),
      PictureGrid.Cell(attacked, caption: lines(outcome.after), frame: outcome.isSuccess ? .bad : .thin),
    ]
    let headings =
      language == .en
      ? ["original", "change × \(Int(factor))", "attacked"] : ["asli", "perubahan × \(Int(factor))", "diserang"]
    return PictureGrid(title: title, columnHeadings: headings, rows: [cells], style: style).image()
  }

  /// The two likeliest classes, and the one that the attack is about, with bars.
  private func lines(_ probabilities: [Float]) -> [PictureGrid.Caption] {
    let ranking = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }.prefix(2)
    let shown = Array(ranking) + (ranking.contains(goal.label) ? [] : [goal.label])
    return shown.enumerated().map { place, label in
      let share = probabilities[label]
      return .bar(name(label), Double(share), percent(share), emphasis: place == 0 ? .strong : .muted)
    }
  }

  private func first(_ probabilities: [Float]) -> Int {
    probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
  }

  private func name(_ label: Int) -> String { ClassLabel(ofLabel: label, of: network).phrase(language) }

  private func percent(_ value: Float) -> String { ValueFormat.percent.text(Double(value), in: language) }

  private func number(_ value: Float, _ digits: Int) -> String {
    ValueFormat.number(digits: digits).text(Double(value), in: language)
  }

  private var style: ChartStyle { ChartStyle(language) }

  private var title: String {
    switch (goal, language) {
    case (.target(let label), .en): "Changed until it is taken for: \(name(label))"
    case (.target(let label), .id): "Diubah sampai disangka: \(name(label))"
    case (.anythingBut(let label), .en): "Changed until it is not taken for: \(name(label))"
    case (.anythingBut(let label), .id): "Diubah sampai tidak disangka: \(name(label))"
    }
  }

  private func description(_ outcome: AttackOutcome) -> String {
    let (before, after) = (first(outcome.before), first(outcome.after))
    let numbers = [outcome.before[before], outcome.after[after]].map(percent)
    return language == .en
      ? "A picture that the network takes for \(name(before)), \(numbers[0]); the change; the changed picture, which it "
        + "takes for \(name(after)), \(numbers[1])."
      : "Gambar yang dikenali jaringan sebagai \(name(before)), \(numbers[0]); perubahannya; gambar yang telah diubah, "
        + "yang dikenali sebagai \(name(after)), \(numbers[1])."
  }
}
