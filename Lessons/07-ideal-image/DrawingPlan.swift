import Experiments

/// How many classes are drawn, in how many steps, where both depend on what a network costs.
struct DrawingPlan {
  /// Classes that are drawn, at most.
  let subjects: Int
  /// Steps of gradient descent on each picture.
  let steps: Int
  /// Weights of the variation loss that are compared, from the lightest to the heaviest.
  let weights: [Float]

  /// The plan for the course's own network.
  static let full = DrawingPlan(subjects: 3, steps: 96, weights: [0.1, 0.3, 1, 3, 10, 30, 100])

  /// Plans from the dearest to the cheapest.
  static let all = [
    full,
    DrawingPlan(subjects: 3, steps: 64, weights: [0.3, 1, 3, 10, 30]),
    DrawingPlan(subjects: 2, steps: 64, weights: [0.3, 3, 30]),
    DrawingPlan(subjects: 1, steps: 48, weights: [0.3, 3, 30]),
    DrawingPlan(subjects: 1, steps: 16, weights: [1, 10]),
  ]

  /// The pictures that go through the network, from five seeds each; a step, there and back, counts as two of them.
  var passes: Int { 5 * steps * 2 * (3 * subjects + weights.count) }
}
