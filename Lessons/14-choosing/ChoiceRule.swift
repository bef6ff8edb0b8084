import Autograd
import Notebook

/// How a source is chosen out of the shelf.
enum ChoiceRule: String, CaseIterable, StudyKey {
  /// By lot: what all of them reach on average.
  case lot
  case leep
  case logME = "logme"
  case hScore = "h-score"
  case own
  /// By the target's validation pictures, after fine-tuning all of them.
  case validation
  /// By the very test pictures that are then reported.
  case test
}

/// What is said of the source that a rule chooses, and what it is worth.
struct ChosenSource {
  /// The share of the test pictures at hand that it gets right: what is reported.
  let reported: Float
  /// The share of test pictures that nobody has looked at.
  let fresh: Float

  /// How many test pictures are at hand, and how often others are drawn for it.
  static let testCount = 60, draws = 30

  /// What a rule chooses out of some sources for one target, on average over draws of the test pictures at hand.
  init(by rule: ChoiceRule, among outcomes: [SourceOutcome], seed: UInt64) {
    var random = RandomSource(seed: seed)
    let drawn = (0..<Self.draws).map { _ in
      let order = random.permutation(outcomes[0].rights.count)
      let halves = outcomes.map { outcome in
        (
          reported: order.prefix(Self.testCount).share { outcome.rights[$0] },
          fresh: order.dropFirst(Self.testCount).share { outcome.rights[$0] }
        )
      }
      guard rule != .lot else { return (halves.map(\.reported).mean, halves.map(\.fresh).mean) }
      let values = outcomes.indices.map { place in
        switch rule {
        case .validation: outcomes[place].validation
        case .test: halves[place].reported
        default: SourceScore(rawValue: rule.rawValue).map { outcomes[place][$0] } ?? 0
        }
      }
      return halves[values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }]
    }
    (reported, fresh) = (drawn.map(\.0).mean, drawn.map(\.1).mean)
  }
}
