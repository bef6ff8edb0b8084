import Autograd
import Grading
import Notebook
import TransferLearning

/// In what two described domains differ.
package enum TransferConditionGrader: Grader {
  package typealias Condition = DomainComparison.Condition
  package typealias Answer = (_ source: DescribedDomain, _ target: DescribedDomain) throws -> Set<Condition>

  package static let id = "transfer-condition", lesson = "domains", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let pairs = DescribedPairs(&sheet.random)
    try sheet.check(
      "none", Phrase(en: "a domain and itself", id: "sebuah domain dan dirinya sendiri"), points: 1,
      expected: [], got: answer(pairs.source, pairs.source),
      next: Phrase(
        en: "Begin with an empty set, and insert a condition only where the two differ.",
        id: "Mulailah dari himpunan kosong, dan tambahkan syarat hanya bila keduanya berbeda."))
    try sheet.check(
      "feature-space", Phrase(en: "pictures of another size, or grey ones", id: "gambar berukuran lain, atau abu-abu"),
      points: 2, expected: [[.featureSpace], [.featureSpace]],
      got: [answer(pairs.source, pairs.smaller), answer(pairs.source, pairs.grey)],
      next: Phrase(
        en: "Compare `space` as a whole: width, height and channels.",
        id: "Bandingkan `space` seutuhnya: lebar, tinggi, dan saluran."))
    try sheet.check(
      "label-space", Phrase(en: "another class, or one more", id: "kelas yang lain, atau satu kelas tambahan"),
      points: 2, expected: [[.labelSpace], [.labelSpace]],
      got: [answer(pairs.source, pairs.renamed), answer(pairs.source, pairs.extended)],
      next: Phrase(
        en: "Y differs when one domain has a class that the other lacks. Nothing can be said about P then.",
        id:
          "Y berbeda bila salah satu domain memiliki kelas yang tidak dimiliki yang lain. Saat itu P tidak terbandingkan."
      ))
    try sheet.check(
      "order",
      Phrase(en: "the same domain, its classes in another order", id: "domain yang sama, urutan kelasnya lain"),
      points: 2, expected: [], got: answer(pairs.source, pairs.reordered),
      next: Phrase(
        en: "Find each class of the source among the target's by its name, for Y and for the columns of P(x, y).",
        id: "Cari setiap kelas sumber di target menurut namanya, baik untuk Y maupun untuk kolom P(x, y)."))
    try sheet.check(
      "distribution", Phrase(en: "the same X and Y, other frequencies", id: "X dan Y sama, frekuensinya lain"),
      points: 2, expected: [[.distribution], [.distribution]],
      got: [answer(pairs.source, pairs.shifted), answer(pairs.source, pairs.restyled)],
      next: Phrase(
        en: "Compare P(x, y) entry by entry: it can differ where P(y), the sums of its columns, does not.",
        id: "Bandingkan P(x, y) entri demi entri: P(x, y) bisa berbeda walaupun P(y), jumlah kolomnya, sama."))
    try sheet.check(
      "both", Phrase(en: "grey pictures of other classes", id: "gambar abu-abu dari kelas lain"), points: 1,
      expected: [.featureSpace, .labelSpace], got: answer(pairs.source, pairs.greyAndRenamed),
      next: Phrase(
        en: "Ask about X and about Y each on its own; ask about P only where neither differs.",
        id: "Periksa X dan Y masing-masing; periksa P hanya bila keduanya sama."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("classes compared in their order", failing: "order") { source, target in
        conditions(source, target, sameClasses: source.classes == target.classes)
      },
      Mistake("only the sums of the columns compared", failing: "distribution") { source, target in
        conditions(source, target, sameDistribution: near(priors(source), priors(target)))
      },
      Mistake("channels forgotten", failing: "feature-space") { source, target in
        conditions(source, target, sameSpace: source.space.width == target.space.width)
      },
      Mistake("as many classes taken for the same classes", failing: "label-space") { source, target in
        conditions(source, target, sameClasses: source.classes.count == target.classes.count)
      },
      Mistake("X alone where Y differs, too", failing: "both") { source, target in
        source.space == target.space ? conditions(source, target) : [.featureSpace]
      },
      Mistake("always all three", failing: "none") { _, _ in Set(Condition.allCases) },
    ]
  }

  /// The right conditions, but for what a mistake takes to be the same.
  private static func conditions(
    _ source: DescribedDomain, _ target: DescribedDomain, sameSpace: Bool? = nil, sameClasses: Bool? = nil,
    sameDistribution: Bool? = nil
  ) -> Set<Condition> {
    var found: Set<Condition> = []
    if !(sameSpace ?? (source.space == target.space)) { found.insert(.featureSpace) }
    if !(sameClasses ?? (Set(source.classes) == Set(target.classes))) { found.insert(.labelSpace) }
    guard found.isEmpty else { return found }
    let columns = source.classes.map { name in target.classes.firstIndex(of: name) ?? 0 }
    let expected = target.distribution.map { row in columns.map { row[$0] } }
    let isSame = sameDistribution ?? zip(source.distribution, expected).allSatisfy(near)
    return isSame ? [] : [.distribution]
  }

  private static func priors(_ domain: DescribedDomain) -> [Float] {
    domain.classes.sorted().map { name in
      let column = domain.classes.firstIndex(of: name) ?? 0
      return domain.distribution.reduce(0) { $0 + $1[column] }
    }
  }

  private static func near(_ one: [Float], _ other: [Float]) -> Bool {
    one.agrees(with: other, within: 1e-3)
  }
}

/// A domain, and others that differ from it in one way each.
private struct DescribedPairs {
  let source, smaller, grey, renamed, extended, reordered, shifted, restyled, greyAndRenamed: DescribedDomain

  init(_ random: inout RandomSource) {
    let names = ["goat", "horse", "cow", "pig", "sheep"].shuffled(using: &random)
    let classes = Array(names.prefix(3))
    let side = random.pick([32, 64, 128])
    let colour = Domain.PictureSpace(width: side, height: side, channels: 3)
    let table = Self.table(&random)

    /// The source with something else about it.
    func domain(
      _ space: Domain.PictureSpace? = nil, _ named: [String]? = nil, _ distribution: [[Float]]? = nil
    ) -> DescribedDomain {
      DescribedDomain(space: space ?? colour, classes: named ?? classes, distribution: distribution ?? table)
    }
    let grey = Domain.PictureSpace(width: side, height: side, channels: 1)
    let renamed = Array(classes.prefix(2)) + [names[3]]
    source = domain()
    smaller = domain(Domain.PictureSpace(width: side / 2, height: side / 2, channels: 3))
    self.grey = domain(grey)
    self.renamed = domain(nil, renamed)
    extended = domain(nil, classes + [names[3]], table.map { $0.map { $0 * 0.75 } + [0.25 / Float(table.count)] })
    reordered = domain(nil, [classes[2], classes[0], classes[1]], table.map { [$0[2], $0[0], $0[1]] })
    // One class twice as often as another, whatever it was before: P(y) changes.
    shifted = domain(nil, nil, table.map { row in [row[0] + row[1] / 2, row[1] / 2, row[2]] })
    // Every kind of picture stands where the next one was: the columns keep their sums, P(x | y) changes.
    restyled = domain(nil, nil, Array(table.dropFirst() + table.prefix(1)))
    greyAndRenamed = domain(grey, renamed)
  }

  /// P(x, y) of four kinds of pictures and three classes, its rows clearly different.
  private static func table(_ random: inout RandomSource) -> [[Float]] {
    let weights = (0..<4).map { row in (0..<3).map { _ in Float(row + 1) + random.uniform() } }
    let total = weights.joined().reduce(0, +)
    return weights.map { $0.map { $0 / total } }
  }
}
