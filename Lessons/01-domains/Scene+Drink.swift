import Datasets

extension Scene {
  /// How bright the drink of a scene is, from 0 (black) to 1 (white): its luminance (ITU-R BT.601).
  var brightnessOfDrink: Float {
    let colour = coat.accent
    return min(max(0.299 * colour.x + 0.587 * colour.y + 0.114 * colour.z, 0), 1)
  }

  /// Whether it could be tea as well as coffee.
  var couldBeTeaOrCoffee: Bool { [.tea, .coffee].contains(category) && breed > 6 }
}
