import Experiments
import Notebook

/// What the cells try: on a network of the reader's, which may be dear, less than on the course's own.
struct AttackPlan {
  /// The ways to change pictures that are compared, and ε for them, in 255ths.
  let methods: [AttackMethod], levels: [Int]
  /// The networks whose smallest ε are looked for, and how far up, in 255ths.
  let networks: [NetworkRole], largestLevel: Int
  /// The share of pictures that chance may turn at 8/255 before it is no control any more.
  let turnedByChance: Double

  static let course = AttackPlan(
    methods: AttackMethod.allCases, levels: [0, 1, 2, 4, 6, 8, 12, 16], networks: [.plain, .twin], largestLevel: 12,
    turnedByChance: 0.05)
  static let own = AttackPlan(
    methods: [.random, .fast, .momentum], levels: [1, 2, 4, 8, 16], networks: [.plain], largestLevel: 16,
    turnedByChance: 0.1)
}

/// The networks of the lesson by what they are there for.
enum NetworkRole: String, CaseIterable, StudyKey {
  /// The one that is attacked first.
  case plain = "plain-network"
  /// Its relative that was trained on attacked pictures.
  case twin = "robust-twin"
  /// One that is asked about pictures that were made on others.
  case judge
  /// Another stranger.
  case mobile

  /// What the catalogue calls the course's own.
  var catalogueName: String { self == .mobile ? "mobilenet_v2-0.35" : shortName }

  /// The same without the width.
  var shortName: String {
    switch self {
    case .plain: "mini-vgg"
    case .twin: "mini-vgg-robust"
    case .judge: "resnet20"
    case .mobile: "mobilenet_v2"
    }
  }
}
