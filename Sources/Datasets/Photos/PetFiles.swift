import Foundation

/// The Oxford-IIIT Pets (Parkhi, Vedaldi, Zisserman and Jawahar, 2012) in a folder, as they unpack: `images` and
/// `annotations`.
struct PetFiles {
  let folder: URL

  /// Whether both parts of the data set are there.
  static func isThere(in folder: URL) -> Bool {
    let annotations = folder.appending(path: "annotations")
    return Files.isFolder(folder.appending(path: "images"))
      && ["trainval.txt", "list.txt"].contains { Files.isFile(annotations.appending(path: $0)) }
  }

  /// The pictures to learn from, those to score once where the data set says which, and the names of the classes.
  func read(bySpecies: Bool) throws(PhotoCollectionError) -> (names: [String], photos: [[Photo]], test: [[Photo]]?) {
    let hasParts = Files.isFile(list("trainval.txt"))
    let training = try entries(of: list(hasParts ? "trainval.txt" : "list.txt"))
    let test = hasParts && Files.isFile(list("test.txt")) ? try entries(of: list("test.txt")) : nil
    let breeds = Dictionary((training + (test ?? [])).map { ($0.breed, $0.breedName) }) { first, _ in first }
    let numbers = bySpecies ? [1, 2] : breeds.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    func sorted(_ entries: [Entry]) -> [[Photo]] {
      var photos = [[Photo]](repeating: [], count: numbers.count)
      for entry in entries {
        guard let place = places[bySpecies ? entry.species : entry.breed] else { continue }
        photos[place].append(Photo(folder.appending(path: "images/\(entry.name).jpg")))
      }
      return photos
    }
    let names = bySpecies ? ["cat", "dog"] : numbers.compactMap { breeds[$0] }
    return (names, sorted(training), test.map(sorted))
  }

  private func list(_ name: String) -> URL { folder.appending(path: "annotations/\(name)") }

  /// One line of a list: `NAME CLASS-ID SPECIES BREED-ID`.
  private struct Entry {
    let name: String
    /// The number of the breed, from 1.
    let breed: Int
    /// 1 for a cat, 2 for a dog.
    let species: Int

    /// The picture's name without its number, in words: `great_pyrenees_12` shows a Great Pyrenees.
    var breedName: String {
      name.split(separator: "_").dropLast().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
  }

  private func entries(of list: URL) throws(PhotoCollectionError) -> [Entry] {
    var entries: [Entry] = []
    for line in try Files.lines(of: list) where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4, let breed = Int(words[1]), let species = Int(words[2]), 1...2 ~= species,
        words[0].contains("_"), !words[0].contains("/")
      else { throw PhotoCollectionError(list, "the line \(line.prefix(60)) is not NAME CLASS-ID SPECIES BREED-ID") }
      entries.append(Entry(name: words[0], breed: breed, species: species))
    }
    guard !entries.isEmpty else { throw PhotoCollectionError(list, "lists no picture; unpack the data set again") }
    return entries
  }
}
