extension Category {
  /// Breeds of the farm's animals: colours overlap, so that none of them gives the animal away.
  var farmBreeds: [Breed] {
    switch self {
    case .cow:
      [
        Breed(Fur.white, Fur.black, Fur.pink, Pattern(kind: .patches, scale: 1.7, amount: 0.5)),
        Breed(Fur.sand, Fur.brown, Fur.cream), Breed(Fur.black, Fur.black, Fur.grey),
        Breed(Fur.white, Fur.rust, Fur.pink, Pattern(kind: .patches, scale: 1.6, amount: 0.5)),
        Breed(Fur.cream, Fur.sand, Fur.pink), Breed(Fur.chestnut, Fur.dark, Fur.cream),
        Breed(Fur.grey, Fur.slate, Fur.cream),
      ]
    case .sheep:
      // The second colour is that of face and legs.
      [
        Breed(Fur.white, Fur.black, Fur.white), Breed(Fur.cream, Fur.cream, Fur.white),
        Breed(Fur.white, Fur.sand, Fur.white), Breed(Fur.brown, Fur.dark, Fur.sand),
        Breed(Fur.black, Fur.black, Fur.grey), Breed(Fur.grey, Fur.black, Fur.white),
        Breed(Fur.chestnut, Fur.white, Fur.cream),
      ]
    default:
      [
        Breed(RGB(0.92, 0.7, 0.66), Fur.pink, Fur.pink), Breed(Fur.white, Fur.cream, Fur.pink),
        Breed(Fur.black, Fur.black, Fur.slate), Breed(Fur.rust, Fur.chestnut, RGB(0.8, 0.5, 0.4)),
        Breed(RGB(0.9, 0.74, 0.7), Fur.black, Fur.pink, Pattern(kind: .spots, scale: 2.6, amount: 0.55)),
        Breed(Fur.grey, Fur.black, RGB(0.75, 0.58, 0.56), Pattern(kind: .patches, scale: 2, amount: 0.45)),
        Breed(Fur.brown, Fur.dark, RGB(0.7, 0.5, 0.42)),
      ]
    }
  }
}
