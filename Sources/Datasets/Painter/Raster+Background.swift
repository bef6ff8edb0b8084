import Autograd

extension Raster {
  /// Fills the whole picture with a place.
  func paint(_ background: Background) {
    place(Placement())
    var random = RandomSource(seed: UInt64(background.seed))
    switch background.kind {
    case .meadow: meadow(background, &random)
    case .room: room(background, &random)
    case .forest: forest(background, &random)
    case .dunes: hills(background, &random, layers: 3, relief: 0.16)
    case .snow: hills(background, &random, layers: 4, relief: 0.34)
    case .beach: beach(background, &random)
    case .clutter: clutter(background, &random)
    case .backdrop: backdrop(background, &random)
    case .paper: paper(background, &random)
    }
  }

  /// Sets every pixel from its coordinates.
  @inline(__always)
  func fill(_ colour: (Float, Float) -> RGB) {
    for row in 0..<size {
      let start = index(0, row)
      for place in start..<(start + size) {
        let value = colour(u[place], v[place])
        red[place] = value.x
        green[place] = value.y
        blue[place] = value.z
      }
    }
  }

  /// Detail of a frequency, weaker where a period would be less than about two pixels.
  func visible(_ frequency: Float, _ strength: Float) -> Float {
    strength * min(max(1.4 - frequency * pixel, 0), 1)
  }

  /// The colour of the sky at a height, paler towards the horizon, under so much cloud.
  func sky(_ colour: RGB, _ v: Float, _ cloud: Float) -> RGB {
    let pale = colour + (v + 1) * 0.22 * (RGB(0.97, 0.96, 0.94) - colour)
    return pale + cloud * (RGB(0.98, 0.97, 0.96) - pale)
  }
}
