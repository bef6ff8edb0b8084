import Autograd
import NeuralNetworks

/// Pictures of animals with what words say about each, for one use.
///
/// The label of a picture is the place of its appearance among `appearances`.
public struct CaptionedSet<Role: SetRole>: Sendable {
  /// What there is to be seen, each once.
  public let appearances: [Appearance]
  /// The pictures.
  public let pictures: PictureSet<Role>
  /// Where each picture's animal is.
  public let places: [Background.Kind]

  /// Paints `count` pictures of some appearances, which take turns, from scenes that follow from a world's seed.
  ///
  /// Sets for different uses, and sets of worlds of different seeds, share no scene.
  public init(of appearances: [Appearance], count: Int, size: Int, seed: UInt64) {
    precondition(!appearances.isEmpty, "there is nothing to be seen")
    let world = Menagerie(seed: seed)
    let scenes = (0..<count).map { index in
      appearances[index % appearances.count].scene(seed: world.sceneSeed(index, set: Role.sceneSet))
    }
    self.appearances = appearances
    places = scenes.map(\.background.kind)
    pictures = PictureSet(
      classNames: appearances.map(\.phrase), labels: (0..<count).map { $0 % appearances.count }, size: size
    ) { scenes[$0] }
  }

  /// The number of pictures.
  public var count: Int { pictures.count }

  /// What words say of the picture at an index, in both languages; with where the animal is, if that is asked for.
  public func caption(_ index: Int, withPlace: Bool = false) -> ClassName {
    let phrase = appearances[pictures.labels[index]].phrase
    guard withPlace else { return phrase }
    let place = places[index].place
    return ClassName(
      "\(phrase.english) \(place.english)", indonesian: "\(phrase.indonesian) \(place.indonesian)")
  }
}

extension SetRole {
  /// Which of a world's sets of scenes the use draws from.
  fileprivate static var sceneSet: UInt64 { Self.self == Learning.self ? 0 : Self.self == Choosing.self ? 1 : 2 }
}
