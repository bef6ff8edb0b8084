import Datasets
import Experiments

/// Two styles that are compared.
struct StylePair {
  let source, target: Style

  /// Whether both are one, seen in two samples.
  var isControl: Bool { source == target }

  /// Photos with other photos, and every two styles.
  static let all =
    [StylePair(source: .photo, target: .photo)]
    + Style.allCases.indices.flatMap { second in
      Style.allCases.prefix(second).map { StylePair(source: $0, target: Style.allCases[second]) }
    }

  /// Where two styles stand among all pairs.
  static func place(_ first: Style, _ second: Style) -> Int {
    all.firstIndex { [$0.source, $0.target] == [first, second] } ?? 0
  }
}
