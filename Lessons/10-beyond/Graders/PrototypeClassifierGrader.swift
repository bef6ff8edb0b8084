import Autograd
import Grading
import Notebook

/// New classes by the means of a few pictures' features.
package enum PrototypeClassifierGrader: Grader {
  package typealias Support = [(features: [Float], label: Int)]
  package typealias Answer = (_ queries: [[Float]], _ support: Support) throws -> [Int]

  package static let id = "prototype-classifier", lesson = "beyond", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let example: Support = [([0, 0], 0), ([2, 0], 0), ([5, 0], 1)]
    let (wide, asked) = episode(classes: 4, shots: 5, labels: [0, 1, 2, 3], &sheet.random)
    let (odd, others) = episode(classes: 3, shots: 3, labels: [7, 2, 40], &sheet.random)
    let single = wide.filter { [0, 1].contains($0.label) }
    let unequal = single.enumerated().filter { $0.element.label == 0 || $0.offset % 4 == 0 }.map(\.element)
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2, expected: [0, 1],
      got: answer([[2.5, 0], [3.2, 0]], example),
      next: Phrase(
        en: "The prototype of class 0 is [1, 0], that of class 1 is [5, 0].",
        id: "Prototipe kelas 0 ialah [1; 0], prototipe kelas 1 ialah [5; 0]."))
    try sheet.check(
      "mean", Phrase(en: "a class whose pictures lie far apart", id: "kelas yang gambarnya berjauhan"), points: 3,
      expected: [1, 0], got: answer([[0, 0], [0, 4]], [([-6, 3], 0), ([6, 3], 0), ([3, -1], 1), ([1, -1], 1)]),
      next: Phrase(
        en: "Compare with the mean of each class, not with its pictures one by one.",
        id: "Bandingkan dengan rata-rata setiap kelas, bukan dengan gambarnya satu per satu."))
    try sheet.check(
      "episode", Phrase(en: "an episode of four classes", id: "sebuah episode dengan empat kelas"), points: 2,
      expected: named(asked, wide), got: answer(asked, wide),
      next: Phrase(
        en: "Add the squared differences over all features, and take the class where the sum is smallest.",
        id: "Jumlahkan kuadrat selisih atas semua fitur, lalu ambil kelas yang jumlahnya terkecil."))
    try sheet.check(
      "unequal", Phrase(en: "five pictures of one class, two of another", id: "lima gambar satu kelas, dua kelas lain"),
      points: 2, expected: named(asked, unequal), got: answer(asked, unequal),
      next: Phrase(
        en: "Divide the sum of each class by how many pictures that class has.",
        id: "Bagi jumlah setiap kelas dengan banyaknya gambar kelas itu."))
    try sheet.check(
      "labels", Phrase(en: "classes called 7, 2 and 40", id: "kelas bernama 7, 2, dan 40"), points: 1,
      expected: named(others, odd), got: answer(others, odd),
      next: Phrase(
        en: "Labels are names: a dictionary from label to mean has no gaps.",
        id: "Label adalah nama: kamus dari label ke rata-rata tidak punya celah."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the nearest picture", failing: "mean") { queries, support in
        queries.map { query in
          support.min { squared(query, $0.features) < squared(query, $1.features) }?.label ?? 0
        }
      },
      Mistake("the farthest mean", failing: "example") { queries, support in
        let means = prototypes(support)
        return queries.map { query in
          means.max { squared(query, $0.features) < squared(query, $1.features) }?.label ?? 0
        }
      },
      Mistake("the first picture of each class", failing: "mean") { queries, support in
        let labels = Set(support.map(\.label))
        return named(queries, labels.sorted().compactMap { label in support.first { $0.label == label } })
      },
      Mistake("sums in place of means", failing: "example") { queries, support in
        let sums = prototypes(support).map { mean in
          let count = Float(support.count { $0.label == mean.label })
          return (features: mean.features.map { $0 * count }, label: mean.label)
        }
        return named(queries, sums)
      },
      Mistake("the largest inner product", failing: "example") { queries, support in
        let means = prototypes(support)
        func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).map(*).reduce(0, +) }
        return queries.map { query in
          means.max { product(query, $0.features) < product(query, $1.features) }?.label ?? 0
        }
      },
      Mistake("places in place of labels", failing: "labels") { queries, support in
        let labels = prototypes(support).map(\.label)
        return named(queries, support).map { labels.firstIndex(of: $0) ?? 0 }
      },
    ]
  }

  private static func squared(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
  }

  private static func prototypes(_ support: Support) -> Support {
    Set(support.map(\.label)).sorted().map { label in
      let own = support.filter { $0.label == label }
      let mean = own[0].features.indices.map { place in
        own.map { $0.features[place] }.reduce(0, +) / Float(own.count)
      }
      return (mean, label)
    }
  }

  private static func named(_ queries: [[Float]], _ support: Support) -> [Int] {
    let means = prototypes(support)
    return queries.map { query in
      means.min { squared(query, $0.features) < squared(query, $1.features) }?.label ?? 0
    }
  }

  /// Pictures around a centre for each class, and eight queries anywhere.
  private static func episode(
    classes: Int, shots: Int, labels: [Int], _ random: inout RandomSource
  ) -> (support: Support, queries: [[Float]]) {
    func row(_ range: ClosedRange<Float>) -> [Float] { (0..<6).map { _ in random.uniform(range) } }
    let centres = (0..<classes).map { _ in row(-3...3) }
    let support = (0..<classes * shots).map { place -> (features: [Float], label: Int) in
      let label = place % classes
      return (zip(centres[label], row(-2...2)).map(+), labels[label])
    }
    return (support, (0..<8).map { _ in row(-3...3) })
  }
}
