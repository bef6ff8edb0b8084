/// A group of layers of a network that is frozen, or learns, as one: a layer with weights and the norm behind it, or a whole
/// block with a way around it.
public struct LayerGroup {
  /// The name of its first layer in the network's file, such as `features.0`.
  public let name: String
  /// Its weights and statistics, in order.
  public let state: [Parameter]

  /// What can be learnt of it: its state without the statistics.
  public var parameters: [Parameter] { state.filter { !$0.isStatistic } }

  /// Whether its weights are learnt.
  public var isTrainable: Bool { parameters.contains(where: \.isTrainable) }

  /// Freezes its weights and, with them, the statistics of its batch norms; or lets them learn.
  func setTrainable(_ isTrainable: Bool) {
    parameters.forEach { $0.isTrainable = isTrainable }
  }
}

/// A network that can say which groups of layers it is made of, from the picture to the logits.
public protocol GroupedLayer: Layer {
  /// Its layer groups, the head last.
  var layerGroups: [LayerGroup] { get }
}

extension GroupedLayer {
  /// Freezes the first `count` layer groups and lets all others learn.
  ///
  /// The lower groups see what pictures have in common, the upper ones what tells the classes apart (Yosinski et al., 2014);
  /// with few pictures it is often best to keep the lower ones as they are.
  public func freeze(first count: Int) {
    let groups = layerGroups
    precondition(0...groups.count ~= count, "a network of \(groups.count) layer groups has no first \(count)")
    for (index, group) in groups.enumerated() { group.setTrainable(index >= count) }
  }
}

extension Sequential: GroupedLayer {
  /// Every layer with weights, a norm together with the layer before it; inner sequences are taken apart.
  public var layerGroups: [LayerGroup] {
    steps.reduce(into: []) { groups, step in
      let state = step.layer.state.map(\.parameter)
      if step.layer is BatchNorm2D || step.layer is LayerNorm, let last = groups.popLast() {
        groups.append(LayerGroup(name: last.name, state: last.state + state))
      } else if !state.isEmpty {
        groups.append(LayerGroup(name: step.name, state: state))
      }
    }
  }

  /// The layers before that of the given name, and those from it on, all under the names that they have here.
  ///
  /// The layer may lie inside an inner sequence, its name joined by dots. A programmer's mistake is a name that is none.
  public func split(at name: String) -> (below: Sequential, above: Sequential) {
    guard let index = layers.firstIndex(where: { name == $0.name || name.hasPrefix($0.name + ".") }) else {
      preconditionFailure("no layer is called \(name)")
    }
    let (below, above) = (layers[..<index], layers[index...])
    guard name != layers[index].name, let inner = layers[index].layer as? Sequential else {
      return (Sequential(Array(below)), Sequential(Array(above)))
    }
    let path = layers[index].name
    let halves = inner.split(at: String(name.dropFirst(path.count + 1)))
    return (
      Sequential(below + (halves.below.layers.isEmpty ? [] : [(path, halves.below)])),
      Sequential([(path, halves.above)] + above.dropFirst())
    )
  }

  /// The name of the first of the dropouts right before a layer; nil where there is none.
  package func firstDropout(before name: String) -> String? {
    let steps = steps
    guard let end = steps.firstIndex(where: { $0.name == name }) else { return nil }
    return steps[..<end].reversed().prefix { $0.layer is Dropout }.last?.name
  }
}
