import Autograd
import Charts
import Imaging
import Visualization

extension FeatureMaps {
  /// A channel's map in colours, from pale for the lower end of the layer's scale to dark for its upper end.
  ///
  /// A small map is enlarged by a whole factor to at most `side` pixels, a larger one reduced to it.
  package func picture(of channel: Int, side: Int = 128) -> Image {
    let map = map(of: channel)
    let pixels = map.values.flatMap { value in
      let colour = ColorScale.sequential.color(at: Double(value))
      return [colour.red, colour.green, colour.blue]
    }
    return Image(width: map.shape[1], height: map.shape[0], pixels: pixels).fitted(to: side)
  }
}
