extension Raster {
  /// Paints a solid: coverage from its distance, light from the slope of its height, colour from its paint.
  func paint(_ solid: Solid, _ paint: Paint) {
    let reach = paint.shadow > 0 ? max(0.05, 1.5 * pixel) : pixel
    guard let bounds = measure(solid, reach: reach) else { return }
    let shader = Shader(paint, self)
    let inversePixel = 1 / pixel
    let inverseReach = 1 / reach
    let slope = 0.5 * inversePixel * paint.relief
    let sun = light.direction
    let (ambient, gloss) = (light.ambient, paint.gloss)
    let isFlat = paint.relief == 0
    for row in max(bounds.top, 0)...min(bounds.bottom, size - 1) {
      let start = index(max(bounds.left, 0), row)
      let end = index(min(bounds.right, size - 1), row)
      guard start <= end else { continue }
      for place in start...end {
        let off = distance[place]
        if off >= reach { continue }
        let texture = shader.fur(u[place], v[place])
        if paint.shadow > 0, off > -pixel {
          let near = 1 - max(off, 0) * inverseReach
          let dark = 1 - paint.shadow * near * near
          red[place] *= dark
          green[place] *= dark
          blue[place] *= dark
        }
        let coverage = min(max(0.5 - (off + shader.shag * texture) * inversePixel, 0), 1)
        if coverage <= 0 { continue }
        var colour = shader.colour(u[place], v[place], along[place], texture)
        if !isFlat {
          let slopeX = (height[place + 1] - height[place - 1]) * slope
          let slopeY = (height[place + stride] - height[place - stride]) * slope
          let inverseLength = 1 / (1 + slopeX * slopeX + slopeY * slopeY).squareRoot()
          let facing = (sun.z - slopeX * sun.x - slopeY * sun.y) * inverseLength
          let wrapped = 0.5 + 0.5 * facing
          let shade = ambient + (1.12 - ambient) * wrapped * wrapped
          colour *= RGB(shade, 0.97 * shade + 0.03, 0.9 * shade + 0.1)
          if gloss > 0 {
            let mirror = max(facing, 0)
            let fourth = mirror * mirror * mirror * mirror
            colour += RGB(repeating: gloss * fourth * fourth * fourth)
          }
        }
        red[place] += coverage * (colour.x - red[place])
        green[place] += coverage * (colour.y - green[place])
        blue[place] += coverage * (colour.z - blue[place])
      }
    }
  }

  /// A soft shadow on the ground, an ellipse that fades towards its edge.
  func groundShadow(_ centre: Point, _ radii: Point, strength: Float) {
    let bounds = bounds(low: centre - radii, high: centre + radii)
    for row in max(bounds.top, 0)...min(bounds.bottom, size - 1) {
      let start = index(max(bounds.left, 0), row)
      let end = index(min(bounds.right, size - 1), row)
      guard start <= end else { continue }
      for place in start...end {
        let (x, y) = ((u[place] - centre.x) / radii.x, (v[place] - centre.y) / radii.y)
        let inside = max(0, 1 - x * x - y * y)
        let dark = 1 - strength * inside * (2 - inside)
        red[place] *= dark
        green[place] *= dark
        blue[place] *= dark
      }
    }
  }
}
