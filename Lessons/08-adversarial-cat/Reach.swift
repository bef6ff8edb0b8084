import Experiments

/// How far a change of so many values moves the margin z_cat − z_dog, one mean a seed.
struct Reach {
  /// How many values were changed.
  let count: Int
  /// What the gradient foretells: ε · ‖∇‖₁ over these values.
  let foretold: [Float]
  /// What the signs of the gradient really do.
  let signs: [Float]
  /// What signs drawn by chance do, whichever way.
  let chance: [Float]
}
