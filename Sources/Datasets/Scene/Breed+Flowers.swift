extension Category {
  /// Petals, their inner or outer tint, and the middle, for each colour in which a flower is grown.
  var flowerBreeds: [Breed] {
    switch self {
    case .rose, .tulip:
      [
        Breed(RGB(0.8, 0.12, 0.18), RGB(0.55, 0.05, 0.12), RGB(0.95, 0.8, 0.3)),
        Breed(RGB(0.95, 0.62, 0.68), RGB(0.85, 0.36, 0.48), RGB(0.95, 0.85, 0.5)),
        Breed(RGB(0.95, 0.93, 0.88), RGB(0.9, 0.84, 0.7), RGB(0.92, 0.8, 0.4)),
        Breed(RGB(0.96, 0.78, 0.25), RGB(0.92, 0.55, 0.15), RGB(0.6, 0.4, 0.15)),
        Breed(RGB(0.93, 0.5, 0.22), RGB(0.8, 0.25, 0.15), RGB(0.95, 0.8, 0.3)),
        Breed(RGB(0.62, 0.38, 0.68), RGB(0.4, 0.2, 0.5), RGB(0.95, 0.85, 0.5)),
      ]
    case .daisy:
      [
        Breed(RGB(0.97, 0.96, 0.93), RGB(0.9, 0.9, 0.88), RGB(0.95, 0.74, 0.14)),
        Breed(RGB(0.95, 0.66, 0.74), RGB(0.97, 0.9, 0.9), RGB(0.95, 0.76, 0.2)),
        Breed(RGB(0.8, 0.25, 0.3), RGB(0.6, 0.12, 0.2), RGB(0.95, 0.76, 0.2)),
        Breed(RGB(0.68, 0.52, 0.82), RGB(0.55, 0.36, 0.72), RGB(0.93, 0.72, 0.16)),
        Breed(RGB(0.97, 0.85, 0.4), RGB(0.95, 0.72, 0.25), RGB(0.85, 0.55, 0.1)),
        Breed(RGB(0.95, 0.58, 0.3), RGB(0.88, 0.4, 0.2), RGB(0.95, 0.76, 0.2)),
      ]
    case .sunflower:
      [
        Breed(RGB(0.98, 0.76, 0.12), RGB(0.92, 0.55, 0.08), Fur.dark),
        Breed(RGB(0.96, 0.88, 0.52), RGB(0.95, 0.78, 0.3), Fur.dark),
        Breed(RGB(0.7, 0.25, 0.14), RGB(0.42, 0.12, 0.1), Fur.black),
        Breed(RGB(0.95, 0.62, 0.14), RGB(0.65, 0.2, 0.12), Fur.dark),
        Breed(RGB(0.95, 0.92, 0.82), RGB(0.93, 0.85, 0.55), Fur.brown),
        Breed(RGB(0.85, 0.48, 0.5), RGB(0.6, 0.2, 0.26), Fur.dark),
      ]
    default:
      [
        Breed(RGB(0.96, 0.95, 0.94), RGB(0.9, 0.85, 0.9), RGB(0.8, 0.2, 0.48)),
        Breed(RGB(0.82, 0.35, 0.66), RGB(0.6, 0.16, 0.46), RGB(0.55, 0.08, 0.3)),
        Breed(RGB(0.93, 0.82, 0.4), RGB(0.75, 0.35, 0.2), RGB(0.75, 0.25, 0.2)),
        Breed(RGB(0.94, 0.74, 0.8), RGB(0.85, 0.45, 0.6), RGB(0.9, 0.65, 0.2)),
        Breed(RGB(0.9, 0.55, 0.35), RGB(0.7, 0.25, 0.2), RGB(0.6, 0.12, 0.2)),
        Breed(RGB(0.7, 0.22, 0.28), RGB(0.5, 0.1, 0.2), RGB(0.93, 0.8, 0.4)),
      ]
    }
  }
}
