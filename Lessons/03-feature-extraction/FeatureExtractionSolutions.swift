import Autograd
import Foundation
import Grading
import NeuralNetworks

/// freeze: lets only the layer called `head` learn, and gives back how many numbers that are.
public func freezeBase(of network: Sequential, head: String) throws -> Int {
  network.freeze()
  for (name, layer) in network.layers where name == head { layer.unfreeze() }
  return network.parameters.filter(\.isTrainable).map(\.value.count).reduce(0, +)
}

/// replace-head: a network with the layers of this one, but a new head for `classes` classes.
public func replacingHead(
  of network: Sequential, classes: Int, random: inout RandomSource
) throws -> Sequential {
  var layers = network.layers
  let old = layers.removeLast()
  guard let oldHead = old.layer as? Linear else { return network }
  let width = oldHead.weight.value.shape[1]
  layers.append((name: old.name, layer: Linear(width, classes, random: &random)))
  return Sequential(layers)
}

/// nearest-class-centre: the mean of each class's features, an empty list for a class without pictures; and for each of
/// the queries the class whose mean is nearest.
public func nearestClassCentres(
  features: [[Float]], labels: [Int], classes: Int, queries: [[Float]]
) throws -> (centres: [[Float]], labels: [Int]) {
  let centres = (0..<classes).map { label -> [Float] in
    let rows = zip(features, labels).filter { $0.1 == label }.map(\.0)
    guard let first = rows.first else { return [] }
    return first.indices.map { column in rows.map { $0[column] }.reduce(0, +) / Float(rows.count) }
  }
  func squaredDistance(_ one: [Float], _ other: [Float]) -> Float {
    zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
  }
  let candidates = centres.indices.filter { !centres[$0].isEmpty }
  let answers = queries.map { query in
    candidates.min { squaredDistance(query, centres[$0]) < squaredDistance(query, centres[$1]) } ?? 0
  }
  return (centres: centres, labels: answers)
}

/// cached-features: trains a head on features that are computed once, and gives back the loss of each epoch.
public func trainHead(
  _ head: Linear, above base: any Layer, pictures: Tensor, labels: [Int], epochs: Int, learningRate: Float
) throws -> [Float] {
  let features = base(pictures).detached()
  let optimizer = SGD(head.parameters, learningRate: learningRate)
  var losses: [Float] = []
  for _ in 0..<epochs {
    let loss = crossEntropy(head(features), labels)
    losses.append(loss.item)
    optimizer.step(loss.gradients())
  }
  return losses
}

/// mend-a-head: a head that has learnt to tell classes apart, with one output for each class.
public func learntHead(
  features: Tensor, labels: [Int], classNames: [String], random: inout RandomSource
) throws -> Linear {
  let width = features.shape[1]
  let head = Linear(width, classNames.count, random: &random)
  let optimizer = Adam(head.parameters, learningRate: 0.05)
  for _ in 0..<60 {
    let loss = crossEntropy(head(features), labels)
    optimizer.step(loss.gradients())
  }
  return head
}
