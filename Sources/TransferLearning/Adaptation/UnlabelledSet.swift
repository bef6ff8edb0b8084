import Autograd
import NeuralNetworks

/// Examples to learn from whose labels nobody can ask for: the target of an unsupervised adaptation.
///
/// ```swift
/// let target = UnlabelledSet(night.trainingSet(count: 400, size: 32))
/// target.count   // 400, and there is no `labels`
/// ```
public struct UnlabelledSet {
  /// How many there are.
  public let count: Int
  private let inputsAt: ([Int]) -> Tensor
  private let vary: ((Tensor, inout RandomSource) -> Tensor)?

  /// The inputs of a set alone; varied where the set says so.
  public init(_ set: some LabelledSet<Learning>) {
    count = set.count
    inputsAt = { set.inputs(at: $0) }
    vary = set.isVaried ? { set.varied($0, using: &$1) } : nil
  }

  /// The inputs at some places, `[places.count, …]`, in that order, as they are.
  public func inputs(at places: some Collection<Int>) -> Tensor { inputsAt(Array(places)) }

  /// The inputs at some places as they are learnt from this once.
  func inputs(at places: [Int], varyingBy random: inout RandomSource) -> Tensor {
    let inputs = inputsAt(places)
    return vary?(inputs, &random) ?? inputs
  }

  /// All of them in their order, `size` at a time; the last batch may be smaller.
  public func batches(of size: Int) -> some Sequence<Tensor> {
    stride(from: 0, to: count, by: size).lazy.map { inputs(at: $0..<Swift.min($0 + size, count)) }
  }

  /// What a network says of all of them as it is, `[count, classes]`, each row summing to one.
  public func probabilities(by network: any Layer, batch size: Int = 64) -> Tensor {
    network.whileFrozen { .concatenated(batches(of: size).map { network($0).softmax() }) }
  }
}

/// An endless walk over a set: once through in an order drawn by chance, then again in another.
struct EndlessOrder {
  private let count: Int
  private var random: RandomSource
  private var order: [Int] = []

  init(_ count: Int, random: RandomSource) {
    precondition(count > 0, "nothing can be drawn from an empty set")
    self.count = count
    self.random = random
  }

  /// The next `size` places, or all of them if there are fewer.
  mutating func next(_ size: Int) -> [Int] {
    let size = min(size, count)
    while order.count < size { order += random.permutation(count) }
    defer { order.removeFirst(size) }
    return Array(order.prefix(size))
  }

  /// The inputs at the next places.
  mutating func next(_ size: Int, of set: UnlabelledSet) -> Tensor {
    let places = next(size)
    return set.inputs(at: places, varyingBy: &random)
  }
}
