extension Layer {
  /// Every layer inside, depth first and from the input on, under its whole name, such as `layer1.0.conv1`.
  ///
  /// ```swift
  /// let convolutions = network.descendants.compactMap { $0.layer as? Convolution2D }
  /// ```
  public var descendants: [(name: String, layer: any Layer)] {
    descendants(lookingInto: { _, _ in true })
  }

  /// The same without what lies inside of the layers that `isOpened` says no to.
  func descendants(
    lookingInto isOpened: (_ name: String, _ layer: any Layer) -> Bool, below prefix: String = ""
  ) -> [(name: String, layer: any Layer)] {
    children.flatMap { name, layer in
      let name = prefix + name
      let inner = isOpened(name, layer) ? layer.descendants(lookingInto: isOpened, below: name + ".") : []
      return [(name, layer)] + inner
    }
  }

  /// The state of the children, each under its name; a layer that is one parameter, without a name of its own, under that
  /// alone.
  package var childState: [(name: String, parameter: Parameter)] {
    children.flatMap { name, layer in
      layer.state.map { ($0.name.isEmpty ? name : "\(name).\($0.name)", $0.parameter) }
    }
  }
}

extension Sequential {
  /// The layers that are computed one after the other, under their whole names: inner sequences are taken apart, blocks with
  /// a way around them are not.
  package var steps: [(name: String, layer: any Layer)] { steps(takingApart: { _ in true }) }

  /// The same, but of the inner sequences only those are taken apart whose names `isOpened` says yes to.
  func steps(takingApart isOpened: (_ name: String) -> Bool) -> [(name: String, layer: any Layer)] {
    func opens(_ name: String, _ layer: any Layer) -> Bool { layer is Sequential && isOpened(name) }
    return descendants(lookingInto: opens).filter { !opens($0.name, $0.layer) }
  }

  /// The place of a layer among `steps`, of a sequence that is taken apart that of its last layer: its output is that of the
  /// layer.
  ///
  /// A programmer's mistake is a name that is none.
  static func end(of name: String, among steps: [(name: String, layer: any Layer)]) -> Int {
    guard let end = steps.lastIndex(where: { $0.name == name || $0.name.hasPrefix(name + ".") }) else {
      preconditionFailure("no layer is called \(name)")
    }
    return end
  }
}
