import Datasets
import Foundation
import ModelZoo
import Notebook

/// Which of a network's classes each class of some photographs is, and by what that was decided.
///
/// What is known comes before what is guessed: names first; then WordNet's ids, where a list of them was given or lies beside the
/// folders; then folders' names that are numbers, which are the places of the classes, from 0; and only then the order of the
/// folders.
package struct ClassMatch {
  /// What decided.
  package enum Way: String {
    case names
    case wordNetIDs = "wordnet-ids"
    case numbers
    case order
  }

  /// The place among the network's logits of each class.
  package let places: [Int]
  package let way: Way
  /// What is to be said of it, where it could have been meant otherwise.
  package let remark: Phrase?

  /// Matches the classes of a collection of photographs.
  /// - Throws: one line if a class is none of the network's, or may be two of them, or two classes are the same; or if a list of
  /// WordNet's ids that is needed is damaged.
  package init(_ photos: PhotoCollection, to network: Network) throws {
    try self.init(
      photos.classNames.map(\.english), to: network, ids: ClassMatch.ids(of: photos, in: network))
  }

  package init(_ names: [String], to network: Network, ids: [String]? = nil) throws {
    let named = names.map { network.index(of: $0) }
    let numbers = names.map { ClassMatch.number($0).flatMap { network.classes.indices.contains($0) ? $0 : nil } }
    let byID = names.map { name in ids?.firstIndex(of: name) }
    (places, way) = try ClassMatch.decide(names, network, named: named, byID: byID, numbers: numbers)
    try ClassMatch.checkEachIsAnother(places, names, network)
    remark = ClassMatch.remark(way, places, names, network, numbers: numbers)
  }

  private static func decide(
    _ names: [String], _ network: Network, named: [Int?], byID: [Int?], numbers: [Int?]
  ) throws -> ([Int], Way) {
    func all(_ places: [Int?]) -> [Int]? { places.contains(nil) ? nil : places.compactMap(\.self) }
    if let places = all(named) { return (places, .names) }
    if let places = all(byID) { return (places, .wordNetIDs) }
    if let name = names.first(where: { network.places(of: $0).count > 1 }),
      all(zip(named, numbers).map { $0 ?? $1 }) == nil
    {
      let places = network.places(of: name).map { "\($0)" }
      throw NetworkError(
        "\(places.count) of the network's classes are called \(name): number \(places.joined(separator: " and ")); name the "
          + "folder by its number, such as \(places[0])")
    }
    if let places = all(numbers) { return (places, .numbers) }
    // A number may stand where a name stands for two classes.
    if named.contains(where: { $0 != nil }), let places = all(zip(named, numbers).map { $0 ?? $1 }) {
      return (places, .names)
    }
    let isImageNet = names.count == network.classes.count && names.allSatisfy(ClassList.isWordNetID)
    if isImageNet || network.hasUnnamedClasses && names.count == network.classes.count {
      return (Array(network.classes.indices), .order)
    }
    throw ClassMatch.refusal(names, network, named: named)
  }

  private static func refusal(_ names: [String], _ network: Network, named: [Int?]) -> NetworkError {
    let name = zip(names, named).first { $1 == nil }?.0 ?? names[0]
    let known =
      network.hasUnnamedClasses ? "\(network.classes.count) classes without names" : network.classList
    let remedy =
      ClassList.isWordNetID(name)
      ? "give --class-names imagenet_class_index.json, or train a new head with alih train"
      : network.hasUnnamedClasses
        ? "give their names with --class-names, or train a new head with alih train"
        : "rename it, or train a new head with alih train"
    return NetworkError(
      "the photographs' class \(name) is none of the network's classes (\(known)); \(remedy)")
  }

  private static func checkEachIsAnother(_ places: [Int], _ names: [String], _ network: Network) throws {
    var seen: [Int: String] = [:]
    for (place, name) in zip(places, names) {
      if let other = seen.updateValue(name, forKey: place) {
        throw NetworkError(
          "the photographs' classes \(other) and \(name) are both the network's class \(network.uniqueNames[place]), number "
            + "\(place); put their pictures into one folder")
      }
    }
  }

  /// The number that a name of digits alone is.
  private static func number(_ name: String) -> Int? {
    name.utf8.allSatisfy { (48...57).contains($0) } ? Int(name) : nil
  }

  /// WordNet's ids of a network's classes: those that were given, else those in Keras' list of ImageNet's classes, where folders
  /// are called by such ids and the list lies with them and is of as many classes.
  private static func ids(of photos: PhotoCollection, in network: Network) throws(NetworkError) -> [String]? {
    if let given = network.wordNetIDs { return given }
    guard photos.classNames.contains(where: { ClassList.isWordNetID($0.english) }) else { return nil }
    let places = [photos.root, photos.url].flatMap { [$0, $0.deletingLastPathComponent()] }
    for place in places.map({ $0.appending(path: "imagenet_class_index.json") })
    where FileManager.default.fileExists(atPath: place.path) {
      if let ids = try list(place).wordNetIDs, ids.count == network.classes.count { return ids }
    }
    return nil
  }

  private static func list(_ file: URL) throws(NetworkError) -> ClassList {
    do throws(NetworkError) {
      return try ClassList(contentsOf: file)
    } catch {
      throw NetworkError("\(error.description); mend or remove it, as it lies beside the photographs and is looked at")
    }
  }
}

extension ClassMatch {
  /// The match of a source's classes to a network's where names or WordNet's ids decide it; nil where the network was made for
  /// other classes, since one of these has no name in it.
  /// - Throws: one line if each class has a name in the network, but one of them may be two of its classes, or two are the same;
  /// or if a list of WordNet's ids that is needed is damaged.
  package static func byName(_ source: DataSource, _ network: Network) throws -> ClassMatch? {
    let (names, ids) =
      switch source.pictures {
      case .photos(let photos): (photos.classNames.map(\.english), try ids(of: photos, in: network))
      case .world: (source.classNames.map(\.english), nil as [String]?)
      }
    let areKnown = names.allSatisfy { name in
      network.index(of: name) != nil || !network.places(of: name).isEmpty || ids?.contains(name) == true
        || number(name).map(network.classes.indices.contains) == true
    }
    guard areKnown else { return nil }
    let match = try ClassMatch(names, to: network, ids: ids)
    return [.names, .wordNetIDs].contains(match.way) ? match : nil
  }

  private static func remark(
    _ way: Way, _ places: [Int], _ names: [String], _ network: Network, numbers: [Int?]
  ) -> Phrase? {
    let classes = network.uniqueNames
    let pairs = zip(names, places).prefix(3).map {
      network.hasUnnamedClasses ? "\($0) = \($1)" : "\($0) = \(classes[$1])"
    }
    let examples = pairs.joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    switch way {
    case .wordNetIDs: return nil
    case .names:
      if zip(places, numbers).contains(where: { $1 != nil && $0 != $1 }) { return .namesNotPlaces }
      let isInOrderOfText = names == names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
      guard network.hasUnnamedClasses, !network.hasGivenNames, !isInOrderOfText else { return nil }
      return .notInOrderOfText
    case .numbers:
      return Phrase(
        en:
          "the folders' numbers were taken for places of the network's classes, from 0: \(examples); if they are not, give "
          + "the folders' names in the network's order with --class-names",
        id:
          "nomor folder dianggap urutan kelas jaringan, dari 0: \(examples); kalau bukan, beri nama-nama folder menurut "
          + "urutan jaringan dengan --class-names")
    case .order:
      return Phrase(
        en:
          "nothing says which folder is which of the network's classes, so they were taken in order: \(examples); if that is "
          + "wrong, give the names in the network's order with --class-names",
        id:
          "tidak ada keterangan folder mana untuk kelas jaringan yang mana, jadi dipakai urutannya: \(examples); kalau keliru, "
          + "beri nama-nama menurut urutan jaringan dengan --class-names")
    }
  }
}

extension Phrase {
  /// Numbers may be names, and then say something else than they do as numbers.
  fileprivate static let namesNotPlaces = Phrase(
    en:
      "the folders' numbers were taken for names of the network's classes, not for places from 0; if they are places, give a "
      + "list of the names in their order with --class-names",
    id:
      "nomor folder dianggap nama kelas jaringan, bukan urutan dari 0; kalau nomor itu urutan, beri daftar nama menurut "
      + "urutannya dengan --class-names")

  /// What torchvision's ImageFolder would have made of the same folders.
  fileprivate static let notInOrderOfText = Phrase(
    en:
      "the folders' numbers were taken for places of the network's classes, from 0; torchvision's ImageFolder counts 10 before "
      + "2: if the network learnt from it, give the folders' names in that order with --class-names",
    id:
      "nomor folder dianggap urutan kelas jaringan, dari 0; ImageFolder dari torchvision menghitung 10 sebelum 2: kalau "
      + "jaringan belajar darinya, beri nama-nama folder menurut urutan itu dengan --class-names")
}
