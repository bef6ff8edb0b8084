import ModelZoo

extension Network {
  /// The layer of that name, if what it makes has places in the picture.
  /// - Throws: one line that names those that have.
  package func mapLayer(named name: String) throws(NetworkError) -> LayerSummary {
    let layers = summary.filter { $0.outputShape.count == 3 }
    guard let layer = layers.first(where: { $0.name == name }) else {
      let known = layers.map(\.name).joined(separator: ", ")
      throw NetworkError("\(architecture.name) has no layer \(name) with maps; there are \(known)")
    }
    return layer
  }
}
