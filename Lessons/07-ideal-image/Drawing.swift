import Autograd
import Experiments
import Imaging
import Notebook

/// A drawn picture, as it was read back from its file, and what it scores.
struct Drawing {
  let subject: Subject
  let seed: UInt64
  let picture: Image
  /// The probability that the network which drew it gives to the subject.
  let probability: Float
  /// The probability that the judge gives to the subject, which had no part in the drawing.
  let judge: Float
  /// The variation, in multiples of a real picture's.
  let variation: Float
  /// The energy of fine detail, in multiples of a real picture's.
  let detail: Float
}

extension [Drawing] {
  /// The mean over the pictures of each seed, in the order of the seeds.
  func perSeed(_ value: (Drawing) -> Float) -> [Float] {
    let seeds = Set(map(\.seed)).sorted()
    return seeds.map { seed in filter { $0.seed == seed }.map(value).mean }
  }

  /// The pictures of one subject.
  func of(_ subject: Subject) -> [Drawing] {
    filter { $0.subject == subject }
  }

  /// The picture of one subject that came of one seed.
  func of(_ subject: Subject, seed: UInt64) -> Drawing? {
    first { $0.subject == subject && $0.seed == seed }
  }
}

extension [Image] {
  /// The picture whose every value is the mean of these pictures' values at its place.
  var mean: Image {
    var sums = self[0]
    for place in sums.pixels.indices { sums.pixels[place] = map { $0.pixels[place] }.mean }
    return sums
  }
}
