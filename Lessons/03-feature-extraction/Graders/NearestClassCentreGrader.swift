import Autograd
import Grading
import Notebook

/// The mean of each class, and the class whose mean is nearest.
package enum NearestClassCentreGrader: Grader {
  package typealias Answer = (
    _ features: [[Float]], _ labels: [Int], _ classes: Int, _ queries: [[Float]]
  ) throws -> (centres: [[Float]], labels: [Int])

  package static let id = "nearest-class-centre", lesson = "feature-extraction", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let example = LabelledFeatures(features: [[0, 0], [2, 0], [4, 5]], labels: [0, 0, 1], classes: 2)
    let onALine = (2...4).map { LabelledFeatures.alongALine(classes: $0, &sheet.random) }
    let outlier = LabelledFeatures.outlier(around: sheet.random.uniform(-5...5))
    let corner = LabelledFeatures.corner(around: sheet.random.uniform(-5...5))
    let gap = LabelledFeatures.gap(around: sheet.random.uniform(0.5...1))
    let queries = onALine.map { $0.features.map { row in row.map { $0 + 0.05 } } }
    try sheet.check(
      "example", Phrase(en: "the centres of the text's example", id: "pusat kelas dalam contoh teks"), points: 1,
      expected: [[1, 0], [4, 5]], got: answer(example.features, example.labels, 2, []).centres, tolerance: 1e-5,
      next: Phrase(
        en:
          "Work the example out by hand: add up the rows of a class, number by number, and divide by how many they are.",
        id: "Hitung contoh itu dengan tangan: jumlahkan baris sebuah kelas, lalu bagi dengan banyaknya baris itu."))
    try sheet.check(
      "centres", Phrase(en: "the centres of classes of different sizes", id: "pusat kelas yang ukurannya berbeda"),
      points: 3, expected: onALine.map(\.centres),
      got: onALine.map { try answer($0.features, $0.labels, $0.classes, []).centres }, tolerance: 1e-4,
      next: Phrase(
        en: "Divide each class's sum by the number of its own pictures.",
        id: "Bagi jumlah setiap kelas dengan banyaknya gambar kelas itu sendiri."))
    try sheet.check(
      "labels", Phrase(en: "the labels of new pictures", id: "label gambar-gambar baru"), points: 2,
      expected: zip(onALine, queries).map { $0.answers(to: $1) },
      got: zip(onALine, queries).map { try answer($0.features, $0.labels, $0.classes, $1).labels },
      next: Phrase(
        en: "A picture gets the class whose centre is at the smallest distance, not of the largest product.",
        id: "Gambar mendapat kelas yang pusatnya berjarak terkecil, bukan yang hasil kalinya terbesar."))
    try sheet.check(
      "distance", Phrase(en: "a centre along an axis, and one across", id: "pusat searah sumbu, dan pusat yang serong"),
      points: 1, expected: corner.answers(to: corner.queries),
      got: answer(corner.features, corner.labels, corner.classes, corner.queries).labels,
      next: Phrase(
        en: "The distance is Euclid's: square the differences before you add them up.",
        id: "Jaraknya jarak Euclid: kuadratkan selisihnya sebelum dijumlahkan."))
    try sheet.check(
      "outlier",
      Phrase(en: "a picture beside an odd one of another class", id: "gambar di dekat gambar ganjil kelas lain"),
      points: 1, expected: outlier.answers(to: outlier.queries),
      got: answer(outlier.features, outlier.labels, outlier.classes, outlier.queries).labels,
      next: Phrase(
        en: "Measure the distance to the centres, not to single pictures.",
        id: "Ukur jarak ke pusat-pusat kelas, bukan ke gambar satu per satu."))
    try sheet.check(
      "no-pictures", Phrase(en: "a class without pictures", id: "kelas tanpa gambar"), points: 2,
      expected: gap.written, got: LabelledFeatures.written(answer(gap.features, gap.labels, gap.classes, gap.queries)),
      next: Phrase(
        en: "A class without pictures has an empty list for a centre, and no picture gets it.",
        id: "Kelas tanpa gambar pusatnya daftar kosong, dan tidak ada gambar yang mendapatkannya."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("sums in place of means", failing: "centres") { features, labels, classes, queries in
        let known = LabelledFeatures(features: features, labels: labels, classes: classes)
        let sums = known.centres.enumerated().map { label, centre in
          centre.map { $0 * Float(labels.count { $0 == label }) }
        }
        return (sums, known.answers(to: queries, centres: sums))
      },
      Mistake("divided as if all classes had as many pictures", failing: "centres") {
        features, labels, classes, queries in
        let known = LabelledFeatures(features: features, labels: labels, classes: classes)
        let centres = known.centres.enumerated().map { label, centre in
          centre.map { $0 * Float(labels.count { $0 == label } * classes) / Float(labels.count) }
        }
        return (centres, known.answers(to: queries, centres: centres))
      },
      Mistake("the first picture of each class", failing: "example") { features, labels, classes, queries in
        let known = LabelledFeatures(features: features, labels: labels, classes: classes)
        let firsts = (0..<classes).map { label in labels.firstIndex(of: label).map { features[$0] } ?? [] }
        return (firsts, known.answers(to: queries, centres: firsts))
      },
      Mistake("the nearest picture", failing: "outlier") { features, labels, classes, queries in
        let known = LabelledFeatures(features: features, labels: labels, classes: classes)
        return (known.centres, known.answers(to: queries, centres: features).map { labels[$0] })
      },
      Mistake("the largest product", failing: "labels") { features, labels, classes, queries in
        let known = LabelledFeatures(features: features, labels: labels, classes: classes)
        return (known.centres, known.answers(to: queries) { -zip($0, $1).reduce(0) { $0 + $1.0 * $1.1 } })
      },
      Mistake("differences not squared", failing: "distance") { features, labels, classes, queries in
        let known = LabelledFeatures(features: features, labels: labels, classes: classes)
        return (known.centres, known.answers(to: queries) { zip($0, $1).reduce(0) { $0 + abs($1.0 - $1.1) } })
      },
      Mistake("the farthest centre", failing: "labels") { features, labels, classes, queries in
        let known = LabelledFeatures(features: features, labels: labels, classes: classes)
        return (known.centres, known.answers(to: queries) { -LabelledFeatures.squaredDistance($0, $1) })
      },
      Mistake("a centre at 0 without pictures", failing: "no-pictures") { features, labels, classes, queries in
        let known = LabelledFeatures(features: features, labels: labels, classes: classes)
        let width = features.first?.count ?? 0
        let centres = known.centres.map { $0.isEmpty ? [Float](repeating: 0, count: width) : $0 }
        return (centres, known.answers(to: queries, centres: centres))
      },
    ]
  }
}
