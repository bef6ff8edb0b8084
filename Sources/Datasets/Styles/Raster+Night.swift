extension Raster {
  /// Takes the light away: eyes that see by night see little colour, and the blue best (Purkinje, 1825).
  func nightfall(_ camera: Scene.Camera) {
    place(Placement())
    // Whatever the day was like, the eye gets used to the dark.
    var sum: Float = 0
    for row in 0..<size {
      for place in index(0, row)..<index(size, row) { sum += green[place] }
    }
    let open = min(max(0.6 / max(sum / Float(size * size), 0.1), 1), 1.9)
    let moon = Point(light.direction.x, -0.5)
    for row in 0..<size {
      let start = index(0, row)
      for place in start..<(start + size) {
        let colour = open * RGB(red[place], green[place], blue[place])
        let luminance = 0.25 * colour.x + 0.55 * colour.y + 0.2 * colour.z
        let dim = 0.6 * luminance * luminance + 0.26 * luminance
        let pale = 0.28 * (colour - luminance)
        let (x, y) = (u[place] - moon.x, v[place] - moon.y)
        let glow = 1.12 - 0.24 * (x * x + y * y).squareRoot()
        let night = (RGB(0.34, 0.44, 0.68) * dim + pale * (0.35 + dim)) * glow + RGB(0.012, 0.02, 0.05)
        (red[place], green[place], blue[place]) = (night.x, night.y, night.z)
      }
    }
  }
}

extension Scene.Camera {
  /// The camera at its highest sensitivity: little light, much noise.
  var byNight: Scene.Camera {
    var camera = self
    camera.noise = 0.022 + noise
    return camera
  }

  /// A picture on a desk, reproduced as it is.
  var atDesk: Scene.Camera {
    var camera = self
    camera.gain = RGB(1, 1, 1)
    camera.noise = 0
    camera.blur = 0
    return camera
  }
}
