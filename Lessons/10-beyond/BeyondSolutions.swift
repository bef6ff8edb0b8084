import Foundation
import Graders
import Grading

/// distillation-loss: T² · KL(softmax(teacher / T) ‖ softmax(student / T)), the mean over the pictures.
public func softenedLoss(student: [[Float]], teacher: [[Float]], temperature: Float) throws -> Float {
  func logProbabilities(_ logits: [Float]) -> [Float] {
    let scaled = logits.map { $0 / temperature }
    let largest = scaled.max() ?? 0
    let total = log(scaled.map { exp($0 - largest) }.reduce(0, +)) + largest
    return scaled.map { $0 - total }
  }
  let losses = zip(student, teacher).map { student, teacher in
    zip(logProbabilities(teacher), logProbabilities(student)).map { exp($0) * ($0 - $1) }.reduce(0, +)
  }
  return temperature * temperature * losses.reduce(0, +) / Float(losses.count)
}

/// prototype-classifier: for each query, the label whose pictures have the nearest mean.
public func prototypeLabels(
  of queries: [[Float]], support: [(features: [Float], label: Int)]
) throws -> [Int] {
  let prototypes = Dictionary(grouping: support, by: \.label).mapValues { pictures in
    pictures[0].features.indices.map { place in
      pictures.map { $0.features[place] }.reduce(0, +) / Float(pictures.count)
    }
  }
  func distance(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +) }
  return queries.map { query in
    prototypes.min { distance(query, $0.value) < distance(query, $1.value) }?.key ?? 0
  }
}

/// info-nce: the mean of −ln softmax of cos(aᵢ, bⱼ) / τ at the partner, in both directions.
public func pairLoss(_ first: [[Float]], _ second: [[Float]], temperature: Float) throws -> Float {
  func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).map(*).reduce(0, +) }
  func cosine(_ a: [Float], _ b: [Float]) -> Float {
    product(a, b) / (product(a, a) * product(b, b)).squareRoot()
  }
  func oneWay(_ from: [[Float]], _ to: [[Float]]) -> Float {
    let losses = from.indices.map { place in
      let row = to.map { cosine(from[place], $0) / temperature }
      let largest = row.max() ?? 0
      return log(row.map { exp($0 - largest) }.reduce(0, +)) + largest - row[place]
    }
    return losses.reduce(0, +) / Float(losses.count)
  }
  return (oneWay(first, second) + oneWay(second, first)) / 2
}

/// zero-shot: how likely each class is, of which sentences are known alone: softmax of cos(picture, class) / τ.
public func zeroShot(picture: [Float], prompts: [[[Float]]], temperature: Float) throws -> [Float] {
  func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).map(*).reduce(0, +) }
  func unit(_ row: [Float]) -> [Float] { row.map { $0 / product(row, row).squareRoot() } }
  func mean(_ rows: [[Float]]) -> [Float] {
    rows[0].indices.map { place in rows.map { $0[place] }.reduce(0, +) / Float(rows.count) }
  }
  let scores = prompts.map { product(unit(picture), unit(mean($0.map(unit)))) / temperature }
  let largest = scores.max() ?? 0
  let powers = scores.map { exp($0 - largest) }
  let total = powers.reduce(0, +)
  return powers.map { $0 / total }
}

/// low-rank-update: W x + α / r · B A x, and how many values learn.
public func adaptedOutput(
  of input: [Float], weight: [[Float]], down: [[Float]], up: [[Float]], alpha: Float
) throws -> (output: [Float], learnt: Int) {
  func times(_ matrix: [[Float]], _ vector: [Float]) -> [Float] {
    matrix.map { row in zip(row, vector).map(*).reduce(0, +) }
  }
  let scale = alpha / Float(down.count)
  let change = times(up, times(down, input))
  let output = zip(times(weight, input), change).map { $0 + scale * $1 }
  return (output, down.count * input.count + up.count * down.count)
}

/// episode-report: the mean accuracy of episodes, and half of its 95 % interval.
public func episodeReport(_ episodes: [PlayedEpisode]) throws -> (mean: Float, half: Float) {
  let accuracies = episodes.map { episode in
    let asked = episode.queries.indices.filter { !episode.support.contains(episode.queries[$0]) }
    return Float(asked.count { episode.isRight[$0] }) / Float(asked.count)
  }
  let mean = accuracies.reduce(0, +) / Float(accuracies.count)
  let squares = accuracies.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
  let deviation = (squares / Float(accuracies.count - 1)).squareRoot()
  return (mean, 1.96 * deviation / Float(episodes.count).squareRoot())
}
