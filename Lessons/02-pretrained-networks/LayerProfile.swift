import Charts
import Experiments
import Notebook

/// A share for every one of some layers, from the picture on.
struct LayerProfile {
  let values: [Float]

  var first: Float { values[0] }
  var nextToLast: Float { values[max(0, values.count - 2)] }
  var last: Float { values[values.count - 1] }
  /// By how much the last layer is above the first.
  var rise: Float { last - first }
  /// By how much the last layer is below the one before it.
  var fallAtEnd: Float { nextToLast - last }
}

extension [LayerProfile] {
  /// The place of the layer with the largest mean, the first of several.
  var bestPlace: Int {
    let means = self[0].values.indices.map { place in map { $0.values[place] }.mean }
    return means.indices.max { means[$0] < means[$1] } ?? 0
  }
}

extension Axis {
  /// The depth of a layer among so many, counted from 1.
  static func depth(_ label: String, _ layers: Int) -> Axis {
    Axis(label, range: 0.8...Double(layers) + 0.2, ticks: (1...layers).map(Double.init))
  }
}
