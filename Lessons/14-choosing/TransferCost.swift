import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import TransferLearning

/// What a way costs, counted and not timed, so that it is the same on every machine.
struct TransferCost {
  private let network: Network
  private let situation: Situation

  init(of network: Network, in situation: Situation) {
    self.network = network
    self.situation = situation
  }

  private var classes: Int { situation.distance.task.classes.count }
  private var pictures: Int { situation.perClass * classes }
  private var width: Int { network.linearHead?.weight.value.shape[1] ?? 0 }

  /// How many numbers learn.
  func learning(_ way: TransferWay) -> Int {
    let head = (width + 1) * classes
    guard way != .head else { return head }
    return network.parameterCount - (width + 1) * network.classes.count + head
  }

  /// How many numbers have to be kept while a batch of ten pictures is learnt from: the weights that learn with gradient and
  /// momentum, and the values from which gradients are computed.
  func keptValues(_ way: TransferWay) -> Int {
    let batch = 10
    guard way != .head else { return 2 * learning(way) + pictures * width }
    let values = network.summary.map { $0.outputShape.reduce(1, *) }.reduce(0, +)
    return 3 * learning(way) + batch * values
  }

  /// How many products of a weight and a value the learning takes; backwards costs twice as much as forwards.
  func multiplications(_ way: TransferWay) -> Int {
    guard way != .head else { return pictures * network.multiplications }
    let before = way == .fineTune ? pictures : 0
    return (3 * situation.epochs * pictures + before) * network.multiplications
  }
}
