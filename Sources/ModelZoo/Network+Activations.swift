import Autograd
import NeuralNetworks

extension Network {
  /// The layers whose outputs are worth looking at, from the picture on: every activation, and every block with a way
  /// around it, that still has places in the picture.
  public var activationLayers: [LayerSummary] {
    summary.filter { $0.outputShape.count == 3 && $0.isActivation }
  }

  /// The last activation before each change of size: one layer a stage; of a network that keeps one size, as transformers do,
  /// four layers at equal distances.
  public var stageLayers: [LayerSummary] {
    let layers = activationLayers
    if layers.count >= 4, Set(layers.map { $0.outputShape[0] }).count == 1 {
      return (1...4).map { layers[$0 * layers.count / 4 - 1] }
    }
    return layers.indices.filter { index in
      index + 1 == layers.count || layers[index + 1].outputShape[0] != layers[index].outputShape[0]
    }.map { layers[$0] }
  }

  /// What a value of a layer sees of a picture of the network's input size along a side; `nil` where it sees all of it.
  public func receptiveField(of layer: String) -> ReceptiveField? {
    layers.receptiveField(of: layer, after: .pixel(of: inputSize))
  }
}
