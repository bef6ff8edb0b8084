import Experiments

/// What a brake has done to one network.
struct BrakeTrial {
  let score: TuningScore
  /// How far each part has gone from where it started, in shares of its size.
  let distances: [(name: String, distance: Float)]
}
