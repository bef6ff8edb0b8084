import Autograd
import Grading
import NeuralNetworks
import Notebook

/// How many numbers learn once some parts of a network are frozen.
package enum TrainableParametersGrader: Grader {
  package typealias Answer = (_ network: Sequential, _ frozen: Int) throws -> Int

  package static let id = "trainable-parameters", lesson = "fine-tuning", points = 8

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let side = 4 + sheet.random.below(3)
    let classes = 2 + sheet.random.below(5)
    let widths = [4, 6].map { $0 + sheet.random.below(4) }
    func network() -> Sequential { .parted(side: side, widths: widths, classes: classes, seed: 1) }
    let counts = (0...3).map { expected(network(), $0) }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: [293, 173, 152],
      got: (0...2).map { try answer(.parted(side: 5, widths: [4, 3], classes: 2, seed: 1), $0) },
      next: Phrase(
        en: "Add up `value.count` over the weights and biases that learn.",
        id: "Jumlahkan `value.count` atas bobot dan bias yang belajar."))
    try sheet.check(
      "nothing-frozen", Phrase(en: "nothing frozen", id: "tidak ada yang dibekukan"), points: 2,
      expected: counts[0], got: answer(network(), 0),
      next: Phrase(
        en: "Count weights and biases, also those of batch norms, but not the running statistics: nobody learns them.",
        id: "Hitung bobot dan bias, juga milik batch norm, tetapi bukan statistik berjalannya: itu tidak dipelajari."))
    try sheet.check(
      "frozen", Phrase(en: "one, two and all three parts frozen", id: "satu, dua, dan ketiga bagian dibekukan"),
      points: 3, expected: Array(counts[1...]), got: (1...3).map { try answer(network(), $0) },
      next: Phrase(
        en: "Freeze with `network.freeze(first: frozen)`, counted from the picture on, and leave out what is frozen.",
        id: "Bekukan dengan `network.freeze(first: frozen)`, dihitung dari gambar, lalu tinggalkan yang beku."))
    try sheet.check(
      "stays-frozen", Phrase(en: "what learns afterwards", id: "apa yang belajar sesudahnya"), points: 2,
      expected: [false, false, true], got: trainable(network()) { try answer($0, 2) },
      next: Phrase(
        en: "The parts must really be frozen, not only be left out of the sum; the others go on learning.",
        id: "Bagian-bagian itu harus benar-benar dibekukan, bukan sekadar tidak dijumlahkan; yang lain tetap belajar."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("running statistics counted, too", failing: "nothing-frozen") { network, frozen in
        network.freeze(first: frozen)
        return network.layerGroups.filter(\.isTrainable).flatMap(\.state).reduce(0) { $0 + $1.value.count }
      },
      Mistake("frozen ones counted, too", failing: "frozen") { network, frozen in
        network.freeze(first: frozen)
        return network.parameterCount
      },
      Mistake("only the frozen ones counted", failing: "frozen") { network, frozen in
        expected(network, 0) - expected(network, frozen)
      },
      Mistake("tensors counted in place of their values", failing: "nothing-frozen") { network, frozen in
        network.freeze(first: frozen)
        return network.parameters.count(where: \.isTrainable)
      },
      Mistake("the last parts frozen in place of the first", failing: "frozen") { network, frozen in
        let parts = network.layerGroups
        for part in parts.suffix(frozen) { part.parameters.forEach { $0.isTrainable = false } }
        return network.parameters.filter(\.isTrainable).reduce(0) { $0 + $1.value.count }
      },
      Mistake("layers counted in place of parts", failing: "stays-frozen") { network, frozen in
        network.layers.prefix(frozen).forEach { $0.layer.freeze() }
        return network.parameters.filter(\.isTrainable).reduce(0) { $0 + $1.value.count }
      },
      Mistake("counted, but not frozen", failing: "stays-frozen") { network, frozen in
        network.layerGroups.dropFirst(frozen).flatMap(\.parameters).reduce(0) { $0 + $1.value.count }
      },
    ]
  }

  private static func expected(_ network: Sequential, _ frozen: Int) -> Int {
    network.freeze(first: frozen)
    return network.parameters.filter(\.isTrainable).reduce(0) { $0 + $1.value.count }
  }

  /// Whether each part learns once something has been done with the network.
  private static func trainable(_ network: Sequential, after deed: (Sequential) throws -> Int) rethrows -> [Bool] {
    _ = try deed(network)
    return network.layerGroups.map { part in part.parameters.allSatisfy(\.isTrainable) }
  }
}
