/// Something that can be painted in two views, in coordinates that run from -1 to 1, y downwards, looking right.
protocol Motif {
  init(_ scene: Scene)
  /// Paints the face from the front; for a thing, its first view.
  func paintFace(on raster: Raster)
  /// Paints the body from the side; for a thing, its second view.
  func paintBody(on raster: Raster)
}

extension Category {
  /// What paints this category.
  var motif: any Motif.Type {
    switch self {
    case .cat: Cat.self
    case .dog: Dog.self
    case .rabbit: Rabbit.self
    case .fox: Fox.self
    case .bear: Bear.self
    case .owl: Owl.self
    case .frog: Frog.self
    case .zebra: Zebra.self
    case .goat: Goat.self
    case .horse: Horse.self
    case .elephant: Elephant.self
    case .fish: Fish.self
    case .butterfly: Butterfly.self
    case .flower: Flower.self
    case .mug: Mug.self
    case .car: Car.self
    case .cow: Cow.self
    case .sheep: Sheep.self
    case .pig: Pig.self
    case .pedigreeCat: PedigreeCat.self
    case .pedigreeDog: PedigreeDog.self
    case .rose: Rose.self
    case .tulip: Tulip.self
    case .daisy: Daisy.self
    case .sunflower: Sunflower.self
    case .orchid: Orchid.self
    case .tea, .juice, .coffee: Drink.self
    case .leaf: Leaf.self
    case .digit: Digit.self
    }
  }
}
