import Datasets
import NeuralNetworks
import Visualization

extension ColorBasis {
  /// The basis of the colours of the Menagerie's own pictures.
  public static let natural = ColorBasis(of: Menagerie().trainingSet(count: 320).inputs)
}
