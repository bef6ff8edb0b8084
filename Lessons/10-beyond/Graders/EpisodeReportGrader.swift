import Autograd
import Grading
import Notebook

/// A report of episodes with two mistakes that flatter it: pictures that were learnt from are asked about, and the interval
/// takes queries of one episode for as many independent ones.
package enum EpisodeReportGrader: Grader {
  package typealias Answer = (_ episodes: [PlayedEpisode]) throws -> (mean: Float, half: Float)

  package static let id = "episode-report", lesson = "beyond", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let clean = episodes(12, overlapping: 0, &sheet.random)
    let leaking = episodes(12, overlapping: 3, &sheet.random)
    let even = (0..<4).map {
      PlayedEpisode(support: [0], queries: [1, 2], isRight: $0 < 2 ? [true, true] : [true, false])
    }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: [0.75, 0.282902], got: pair(answer(even)), tolerance: 1e-4,
      next: Phrase(
        en: "Four accuracies: 1, 1, 0.5, 0.5. Their standard deviation is 0.288675; divide by √4.",
        id: "Empat akurasi: 1; 1; 0,5; 0,5. Simpangan bakunya 0,288675; bagi dengan √4."))
    try sheet.check(
      "interval", Phrase(en: "twelve clean episodes", id: "dua belas episode yang bersih"), points: 3,
      expected: report(clean).half, got: answer(clean).half, tolerance: 1e-4,
      next: Phrase(
        en: "What was drawn independently is the episodes: n in √n counts them, not their queries.",
        id: "Yang diundi saling lepas ialah episodenya: n dalam √n menghitung episode, bukan pertanyaannya."))
    try sheet.check(
      "leak", Phrase(en: "queries that stood in the support", id: "pertanyaan yang ada dalam contoh"), points: 3,
      expected: report(leaking).mean, got: answer(leaking).mean, tolerance: 1e-4,
      next: Phrase(
        en: "A picture that was learnt from is no question: leave it out before counting.",
        id: "Gambar yang sudah dipelajari bukan pertanyaan: singkirkan sebelum menghitung."))
    try sheet.check(
      "whole", Phrase(en: "mean and interval with such queries", id: "rata-rata dan selang dengan pertanyaan itu"),
      points: 2, expected: [report(leaking).mean, report(leaking).half], got: pair(answer(leaking)), tolerance: 1e-4,
      next: Phrase(
        en: "Both mistakes must be mended: which queries count, and what n is.",
        id: "Kedua kesalahan harus diperbaiki: pertanyaan mana yang dihitung, dan apa n itu."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was found", failing: "leak") { report($0, cleans: false, countsQueries: true) },
      Mistake("only the interval mended", failing: "leak") { report($0, cleans: false) },
      Mistake("only the leak mended", failing: "interval") { report($0, countsQueries: true) },
      Mistake("the deviation not divided", failing: "interval") { episodes in
        let found = report(episodes)
        return (found.mean, found.half * Float(episodes.count).squareRoot())
      },
      Mistake("episodes with such queries left out as a whole", failing: "leak") { episodes in
        let kept = episodes.filter { Set($0.support).isDisjoint(with: $0.queries) }
        return kept.count > 1 ? report(kept) : (0, 0)
      },
      Mistake("n in the place of n − 1", failing: "example") { episodes in
        let (found, count) = (report(episodes), Float(episodes.count))
        return (found.mean, found.half * ((count - 1) / count).squareRoot())
      },
    ]
  }

  private static func pair(_ report: (mean: Float, half: Float)) -> [Float] { [report.mean, report.half] }

  private static func report(
    _ episodes: [PlayedEpisode], cleans: Bool = true, countsQueries: Bool = false
  ) -> (mean: Float, half: Float) {
    let accuracies = episodes.map { episode -> Float in
      let counted = episode.queries.indices.filter { !cleans || !episode.support.contains(episode.queries[$0]) }
      return Float(counted.count { episode.isRight[$0] }) / Float(counted.count)
    }
    let count = Float(episodes.count)
    let mean = accuracies.reduce(0, +) / count
    let variance = accuracies.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)
    let n = countsQueries ? Float(episodes.map(\.queries.count).reduce(0, +)) : count
    return (mean, 1.96 * (variance / n).squareRoot())
  }

  /// Episodes with as many queries that were learnt from, which are always right.
  private static func episodes(_ count: Int, overlapping: Int, _ random: inout RandomSource) -> [PlayedEpisode] {
    (0..<count).map { _ in
      let order = random.permutation(40)
      let support = Array(order.prefix(5))
      let queries = Array(order[5..<15]) + support.prefix(overlapping)
      let level = random.uniform(0.3...0.8)
      let isRight = (0..<10).map { _ in random.uniform(0...1) < level } + [Bool](repeating: true, count: overlapping)
      return PlayedEpisode(support: support, queries: queries, isRight: isRight)
    }
  }
}
