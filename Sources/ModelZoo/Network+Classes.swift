/// Classes are known by their places among the logits; names are labels, and two classes may share one, as ImageNet's two
/// `crane` do, a bird and a machine.
extension Network {
  /// The names of the classes for a message, of many the first.
  public var classList: String {
    let most = 20
    let rest = classes.count > most ? " and \(classes.count - most) more" : ""
    return classes.prefix(most).joined(separator: ", ") + rest
  }

  /// Whether its classes have nothing but their numbers, in their order.
  package var hasUnnamedClasses: Bool { classes == classes.indices.map { "\($0)" } }

  /// The place among the logits of the class of that name, or of that name with its place behind it, as in `crane (134)`; nil if
  /// there is none, or more than one.
  public func index(of className: String) -> Int? {
    let places = places(of: className)
    return places.isEmpty ? uniqueNames.firstIndex(of: className) : places.count == 1 ? places[0] : nil
  }

  /// The places of all classes of that name.
  package func places(of className: String) -> [Int] { classes.indices.filter { classes[$0] == className } }

  /// A name for each class that no other has: its own, with its place where others share it, as in `crane (134)`.
  public var uniqueNames: [String] {
    let counts = classes.reduce(into: [:]) { counts, name in counts[name, default: 0] += 1 }
    return classes.enumerated().map { place, name in counts[name] == 1 ? name : "\(name) (\(place))" }
  }

  /// The place of the class that is meant by a name, by a name with its place behind it, as in `crane (134)`, or by a place
  /// alone, from 0.
  /// - Throws: one line if there is no such class, or more than one.
  package func place(meantBy text: String) throws(NetworkError) -> Int {
    if let place = index(of: text) { return place }
    let named = places(of: text)
    if named.count > 1 {
      let places = named.map { "\($0)" }
      throw NetworkError(
        "\(named.count) classes are called \(text): number \(places.joined(separator: " and ")); "
          + "give the number of one of them, such as \(places[0])")
    }
    if let place = Int(text), classes.indices.contains(place) { return place }
    throw NetworkError("no class is called \(text); there are \(classList)")
  }
}
