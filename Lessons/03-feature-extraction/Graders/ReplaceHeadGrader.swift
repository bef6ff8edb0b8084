import Autograd
import Grading
import NeuralNetworks
import Notebook

/// A network with a new head for other classes.
package enum ReplaceHeadGrader: Grader {
  package typealias Answer = (
    _ network: Sequential, _ classes: Int, _ random: inout RandomSource
  ) throws -> Sequential

  package static let id = "replace-head", lesson = "feature-extraction", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let cases = (0..<3).map { index in
      let name = ["classifier", "fc", "output"][index]
      let (width, old) = (7 + sheet.random.below(40), 10 + sheet.random.below(6))
      let network = FeatureNetworks.network(width: width, classes: old, head: name, random: &sheet.random)
      return (network: network, width: width, classes: 2 + index)
    }
    let pictures = Tensor.uniform(shape: [4, 6, 6, 3], random: &sheet.random)
    let seeds = [UInt64(1 + sheet.random.below(50)), UInt64(51 + sheet.random.below(50))]
    /// What the answer makes of the network at a place.
    func replaced(_ place: Int, seed: UInt64 = seeds[0]) throws -> Sequential {
      var random = RandomSource(seed: seed)
      return try answer(cases[place].network, cases[place].classes, &random)
    }
    try sheet.check(
      "head", Phrase(en: "the shapes of three new heads", id: "bentuk tiga kepala baru"), points: 3,
      expected: cases.map { [$0.classes, $0.width] }, got: cases.indices.map { try headShape(of: replaced($0)) },
      next: Phrase(
        en: "The weight's shape is [outputs, inputs]: the new classes, and the features that the old head took.",
        id: "Bentuk bobotnya [keluaran, masukan]: kelas-kelas baru, dan fitur yang diterima kepala lama."))
    try sheet.check(
      "layers", Phrase(en: "the names of the layers", id: "nama-nama lapisan"), points: 1,
      expected: cases.map { $0.network.layers.map(\.name) },
      got: cases.indices.map { try replaced($0).layers.map(\.name) },
      next: Phrase(
        en: "Drop the old head, do not keep it below the new one; the new head gets the name of the old one.",
        id: "Lepaskan kepala lama, jangan biarkan di bawah yang baru; kepala baru mendapat nama kepala lama."))
    try sheet.check(
      "features", Phrase(en: "the features below the new heads", id: "fitur di bawah kepala-kepala baru"), points: 3,
      expected: cases.map { below($0.network)(pictures).detached() },
      got: cases.indices.map { try below(replaced($0))(pictures).detached() },
      next: Phrase(
        en: "Take the layers below the head as they are, with all that they have learnt and measured.",
        id: "Pakai lapisan di bawah kepala apa adanya, dengan semua yang telah dipelajari dan diukurnya."))
    try sheet.check(
      "new", Phrase(en: "weights of a new head that are not new", id: "bobot kepala baru yang tidak baru"),
      points: 2, expected: 0,
      got: staleWeights(seeds.map { try replaced(0, seed: $0) }, old: cases[0].network),
      next: Phrase(
        en: "Draw the head's weights from `random`; the rows of the old head stand for the old classes.",
        id: "Ambil bobot kepala secara acak dari `random`; baris-baris kepala lama mewakili kelas lama."))
    try sheet.check(
      "old-network", Phrase(en: "the old network's head afterwards", id: "kepala jaringan lama sesudahnya"), points: 1,
      expected: cases.map(\.network).map(headShape),
      got: {
        _ = try cases.indices.map { try replaced($0) }
        return cases.map(\.network).map(headShape)
      }(),
      next: Phrase(
        en: "Make a new `Sequential`; the old one keeps its head.",
        id: "Buatlah `Sequential` baru; yang lama mempertahankan kepalanya."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("a head on top of the old one", failing: "layers") { network, classes, random in
        let old = headShape(of: network)[0]
        return Sequential(network.layers + [("head", Linear(old, classes, random: &random))])
      },
      Mistake("the old head's outputs taken for its inputs", failing: "head") { network, classes, random in
        with(Linear(headShape(of: network)[0], classes, random: &random), above: network)
      },
      Mistake("as many classes as before", failing: "head") { network, _, random in
        let shape = headShape(of: network)
        return with(Linear(shape[1], shape[0], random: &random), above: network)
      },
      Mistake("the width of mini-vgg, whatever the network", failing: "head") { network, classes, random in
        with(Linear(128, classes, random: &random), above: network)
      },
      Mistake("the first rows of the old head", failing: "new") { network, classes, random in
        let head = Linear(headShape(of: network)[1], classes, random: &random)
        if let old = network.layers.last?.layer as? Linear {
          head.weight.set(old.weight.value.detached().slice(0..<classes, along: 0))
        }
        return with(head, above: network)
      },
      Mistake("the same weights from any seed", failing: "new") { network, classes, _ in
        var random = RandomSource(seed: 1234)
        return with(Linear(headShape(of: network)[1], classes, random: &random), above: network)
      },
      Mistake("a base with new weights", failing: "features") { network, classes, random in
        like(network, classes, &random)
      },
      Mistake("the base's statistics left behind", failing: "features") { network, classes, random in
        let copy = like(network, classes, &random)
        for (own, other) in zip(below(network).parameters, below(copy).parameters) { other.set(own.value) }
        return copy
      },
      Mistake("another name for the head", failing: "layers") { network, classes, random in
        Sequential(
          below(network).layers + [("new", Linear(headShape(of: network)[1], classes, random: &random))])
      },
    ]
  }

  private static func below(_ network: Sequential) -> Sequential { Sequential(network.layers.dropLast()) }

  /// The shape of the head's weight, `[out, in]`; empty where the last layer is not linear.
  private static func headShape(of network: Sequential) -> [Int] {
    (network.layers.last?.layer as? Linear)?.weight.value.shape ?? []
  }

  /// How many weights of the heads of two networks are also the other's or the old head's at the same place.
  private static func staleWeights(_ networks: [Sequential], old: Sequential) -> Int {
    let weights = (networks + [old]).map { ($0.layers.last?.layer as? Linear)?.weight.value.values ?? [] }
    return zip(zip(weights[0], weights[1]), weights[2]).count { pair, old in
      pair.0 == pair.1 || pair.0 == old || pair.1 == old
    }
  }

  private static func with(_ head: Linear, above network: Sequential) -> Sequential {
    Sequential(below(network).layers + [(network.layers.last?.name ?? "head", head)])
  }

  /// A network of the same sizes with weights of its own.
  private static func like(_ network: Sequential, _ classes: Int, _ random: inout RandomSource) -> Sequential {
    FeatureNetworks.network(
      width: headShape(of: network)[1], classes: classes, head: network.layers.last?.name ?? "head", random: &random)
  }
}
