import Autograd
import Charts
import Foundation
import Imaging
import Visualization

extension FeatureMaps {
  /// A channel's map in colours, from pale for the lower end of the layer's scale to dark for its upper end.
  ///
  /// A small map is enlarged by a whole factor to at most `side` pixels, a larger one reduced to it.
  /// - Parameter power: What shares of the scale are raised to before they become colours; below 1 what is weak is seen
  ///   better, still on one scale for all maps, which the caption has to say.
  package func picture(of channel: Int, side: Int = 128, power: Double = 1) -> Image {
    let map = map(of: channel)
    let pixels = map.values.flatMap { value in
      let colour = ColorScale.sequential.color(at: pow(Double(value), power))
      return [colour.red, colour.green, colour.blue]
    }
    return Image(width: map.shape[1], height: map.shape[0], pixels: pixels).fitted(to: side)
  }
}
