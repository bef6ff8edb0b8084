/// How far a change of so many values moves the margin z_cat − z_dog, the mean over a seed's pictures.
struct LinearityMeasurement {
  /// What the gradient foretells: ε · ‖∇‖₁ over these values.
  let foretold: Float
  /// What the signs of the gradient really do.
  let signs: Float
  /// What signs drawn by chance do, whichever way.
  let chance: Float
}
