import Autograd
import ModelZoo
import NeuralNetworks

/// What an ideal image is drawn for: a number of the network that gradient ascent makes large.
public enum IdealObjective: Sendable, Hashable {
  /// The logarithm of the class's probability; its negative is the cross entropy.
  case logProbability
  /// The class's probability, whose gradient vanishes where the network is sure of something else.
  case probability
  /// The class's logit, which knows nothing of the other classes.
  case logit
  /// A channel of a layer, averaged over its places.
  case channel(layer: String, index: Int)
  /// One value of a layer: a channel at a place.
  case neuron(layer: String, index: Int, y: Int, x: Int)
  /// All of a layer: the mean of the squares of its values (Mordvintsev et al., 2015).
  case layer(String)

  /// The value for each of the pictures `[N, H, W, 3]` in [0, 1], summed over them; targets are class labels, of which
  /// only the first three objectives take notice.
  public func value(of network: Network, for pictures: Tensor, targets: [Int]) -> Tensor {
    switch self {
    case .logProbability: network(pictures).logSoftmax().gather(targets).sum()
    case .probability: network(pictures).softmax().gather(targets).sum()
    case .logit: network(pictures).gather(targets).sum()
    case .channel(let layer, let index):
      sumOfMeans(output(of: layer, network, pictures).slice(index..<index + 1, along: 3))
    case .neuron(let layer, let index, let y, let x):
      output(of: layer, network, pictures)
        .slice(y..<y + 1, along: 1).slice(x..<x + 1, along: 2).slice(index..<index + 1, along: 3).sum()
    case .layer(let layer): sumOfMeans(output(of: layer, network, pictures).square())
    }
  }

  /// The means over each picture, summed; what a picture adds does not depend on how many there are.
  private func sumOfMeans(_ values: Tensor) -> Tensor {
    values.sum() * (Float(values.shape[0]) / Float(values.count))
  }

  private func output(of layer: String, _ network: Network, _ pictures: Tensor) -> Tensor {
    guard let output = network.outputs(of: [layer], for: pictures)[layer] else {
      preconditionFailure("no layer is called \(layer)")
    }
    return output
  }
}
