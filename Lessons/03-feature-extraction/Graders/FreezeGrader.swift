import Autograd
import Grading
import NeuralNetworks
import Notebook

/// What can learn after a network has been frozen below its head.
package enum FreezeGrader: Grader {
  package typealias Answer = (_ network: Sequential, _ head: String) throws -> Int

  package static let id = "freeze", lesson = "feature-extraction", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let head = sheet.random.pick(["classifier", "fc", "output"])
    let sizes = (0..<3).map { _ in (width: 5 + sheet.random.below(20), classes: 2 + sheet.random.below(6)) }
    let networks = sizes.map { FeatureNetworks.network(width: $0, classes: $1, head: head, random: &sheet.random) }
    let frozen = networks[1]
    frozen.freeze()
    let (pictures, labels) = FeatureNetworks.pictures(8, classes: 2, random: &sheet.random)
    let names = ["\(head).weight", "\(head).bias"]
    try sheet.check(
      "base", Phrase(en: "what can still learn below the head", id: "yang masih dapat belajar di bawah kepala"),
      points: 3, expected: [String](),
      got: {
        _ = try answer(networks[0], head)
        return learning(in: networks[0]).filter { !names.contains($0) }
      }(),
      next: Phrase(
        en: "Set `isTrainable` to false for every parameter below the head: weights, biases, and those of batch norms.",
        id: "Jadikan `isTrainable` false untuk setiap parameter di bawah kepala: bobot, bias, dan milik batch norm."))
    try sheet.check(
      "head", Phrase(en: "what can learn in the head", id: "yang dapat belajar di kepala"), points: 2, expected: names,
      got: learning(in: networks[0]).filter(names.contains),
      next: Phrase(
        en: "Leave out the layer whose name is `head`: it is the one that shall learn.",
        id: "Kecualikan lapisan yang bernama `head`: justru lapisan inilah yang harus belajar."))
    try sheet.check(
      "thaw", Phrase(en: "a network that came frozen", id: "jaringan yang datang dalam keadaan beku"), points: 1,
      expected: names,
      got: {
        _ = try answer(frozen, head)
        return learning(in: frozen)
      }(),
      next: Phrase(
        en: "Set `isTrainable` of the head's parameters to true, too, or call `unfreeze()` on the head.",
        id: "Jadikan pula `isTrainable` milik parameter kepala true, atau panggil `unfreeze()` pada kepala."))
    try sheet.check(
      "count", Phrase(en: "how many numbers can learn", id: "berapa bilangan yang dapat belajar"), points: 2,
      expected: sizes.map { ($0.width + 1) * $0.classes }, got: networks.map { try answer($0, head) },
      next: Phrase(
        en: "Add up `value.count` of the parameters that can learn: numbers, not parameters.",
        id: "Jumlahkan `value.count` dari parameter yang dapat belajar: bilangannya, bukan parameternya."))
    try sheet.check(
      "step", Phrase(en: "what three training steps change", id: "yang diubah oleh tiga langkah pelatihan"), points: 2,
      expected: names,
      got: {
        _ = try answer(networks[2], head)
        return changes(of: networks[2], pictures, labels)
      }(),
      next: Phrase(
        en: "A batch norm keeps its running statistics only if its weight and its bias are both frozen.",
        id: "Batch norm mempertahankan statistik berjalannya hanya bila bobot dan biasnya sama-sama beku."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("everything frozen", failing: "head") { network, _ in
        network.freeze()
        return 0
      },
      Mistake("nothing frozen", failing: "base") { network, head in
        network.unfreeze()
        return count(of: head, in: network)
      },
      Mistake("only weights frozen", failing: "base") { network, head in
        set(in: network) { name in name.hasPrefix(head) || !name.hasSuffix(".weight") }
        return count(of: head, in: network)
      },
      Mistake("batch norms left running", failing: "step") { network, head in
        set(in: network) { name in name.hasPrefix(head) || name.hasPrefix("norm") }
        return count(of: head, in: network)
      },
      Mistake("a frozen head left frozen", failing: "thaw") { network, head in
        for (name, parameter) in network.state where !name.hasPrefix(head) { parameter.isTrainable = false }
        return count(of: head, in: network)
      },
      Mistake("all numbers counted", failing: "count") { network, head in
        set(in: network) { $0.hasPrefix(head) }
        return network.parameterCount
      },
      Mistake("parameters counted, not numbers", failing: "count") { network, head in
        set(in: network) { $0.hasPrefix(head) }
        return network.parameters.count { $0.isTrainable }
      },
      Mistake("the head frozen in place of the base", failing: "step") { network, head in
        set(in: network) { !$0.hasPrefix(head) }
        return count(of: head, in: network)
      },
    ]
  }

  /// The names of what can learn.
  private static func learning(in network: Sequential) -> [String] {
    network.state.filter { !$0.parameter.isStatistic && $0.parameter.isTrainable }.map(\.name)
  }

  /// The names of what three steps of training change, statistics among them.
  private static func changes(of network: Sequential, _ pictures: Tensor, _ labels: [Int]) -> [String] {
    let record = StateRecord(of: network)
    let optimizer = SGD(network.parameters, learningRate: 0.1)
    for _ in 0..<3 {
      optimizer.step(crossEntropy(network(pictures, .training), labels).gradients())
    }
    return record.changed(in: network)
  }

  private static func set(in network: Sequential, _ learns: (_ name: String) -> Bool) {
    for (name, parameter) in network.state { parameter.isTrainable = learns(name) }
  }

  private static func count(of head: String, in network: Sequential) -> Int {
    network.layers.filter { $0.name == head }.map(\.layer.parameterCount).reduce(0, +)
  }
}
