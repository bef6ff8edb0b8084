import Autograd
import Experiments
import Notebook

/// What a teacher says about wrong classes.
struct DarkKnowledge {
  /// `shares[t][c]`: the mean softened probability of class c for pictures of class t; nil for c = t.
  let shares: [[Float?]]

  /// Of logits `[N, C]` with their labels, softened by a temperature.
  init(_ logits: Tensor, _ labels: [Int], at temperature: Float) {
    let soft = (logits / temperature).softmax()
    shares = (0..<logits.shape[1]).map { label in
      let rows = soft.gather(rows: labels.indices.filter { labels[$0] == label })
      return rows.mean(along: [0]).values.enumerated().map { $0.offset == label ? nil : $0.element }
    }
  }

  /// The class whose pictures are given most to one wrong class, and that class.
  var likest: (of: Int, to: Int) {
    let pairs = shares.indices.flatMap { of in shares[of].indices.map { (of: of, to: $0) } }
    return pairs.max { (shares[$0.of][$0.to] ?? 0) < (shares[$1.of][$1.to] ?? 0) } ?? (0, 0)
  }
}

/// How a class fares among the logits of pictures.
struct ClassRank {
  /// The share of its pictures that are given to it.
  let named: Float
  /// For each other class, how often, of a picture of the class and one of the other, the former has the larger logit of the
  /// class: half of the time where the logit says nothing (the area under the ROC curve).
  let aheadOf: [Float]
  /// The same over all other classes.
  var ahead: Float { aheadOf.mean }

  init(of label: Int, in logits: Tensor, labels: [Int]) {
    let answers = logits.indicesOfLargest()
    let scores = logits.slice(label..<label + 1, along: 1).values
    let own = labels.indices.filter { labels[$0] == label }
    named = own.share { answers[$0] == label }
    aheadOf = (0..<logits.shape[1]).filter { $0 != label }.map { other in
      let others = labels.indices.filter { labels[$0] == other }
      return own.map { place in others.share { scores[$0] < scores[place] } }.mean
    }
  }
}
