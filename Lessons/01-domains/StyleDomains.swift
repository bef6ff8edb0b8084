import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// The layer after which features are looked at: the first, or the last before the head.
enum FeatureDepth: String, CaseIterable, StudyKey {
  case shallow, deep
}

/// How far a domain lies from photos, and the share of its pictures that a network trained on photos names rightly.
struct DomainShift {
  let distance, accuracy: Float
}

/// The styles of the Menagerie as domains that a pre-trained network sees; each is painted once, whichever cell asks for it.
final class StyleDomains {
  /// Pictures of each domain.
  static let count = 96
  private let network: Network
  private let base: FrozenBase
  private var painted: [Menagerie: TestSet] = [:]
  private var seen: [Menagerie: [Int: Domain]] = [:]

  init(seenBy network: Network) {
    self.network = network
    base = FrozenBase(of: network)
  }

  /// The world of a style and a seed, of which there are two samples; no two worlds share a scene.
  static func world(_ style: Style, seed: UInt64, sample: UInt64 = 0) -> Menagerie {
    let place = UInt64(Style.allCases.firstIndex(of: style) ?? 0)
    return Menagerie(style: style, seed: seed &* 16 &+ 2 &* place &+ sample)
  }

  /// The domain of a style and a seed; `percent` of the style is mixed into the photos of the same scenes.
  func domain(_ style: Style, seed: UInt64, sample: UInt64 = 0, percent: Int = 100) -> Domain {
    domain(StyleDomains.world(style, seed: seed, sample: sample), percent: percent)
  }

  /// The domain that a world's pictures are a sample of.
  func domain(_ world: Menagerie, percent: Int = 100) -> Domain {
    if let known = seen[world]?[percent] { return known }
    let set = pictures(of: world)
    var inputs = set.inputs
    if percent < 100 {
      let photos = pictures(of: Menagerie(world.task, seed: world.seed))
      let strength = Float(percent) / 100
      inputs = photos.inputs * (1 - strength) + set.inputs.inThreeChannels * strength
    }
    let domain = Domain(
      name: world.style.rawValue, space: .init(width: set.size, height: set.size, channels: inputs.shape[3]),
      classes: set.classNames.map(\.english), features: base.features(ofPictures: inputs), labels: set.labels)
    seen[world, default: [:]][percent] = domain
    return domain
  }

  /// The share of a domain's pictures that the network names rightly: its head on the features.
  func accuracy(on domain: Domain) -> Float {
    let head = network.layers.layers[network.layers.layers.count - 1].layer
    return NeuralNetworks.accuracy(head(domain.features, .inference), domain.labels)
  }

  /// What the network makes of the pictures of a style, `[96, D]`; maps of the first layer are averaged over the picture.
  func features(of style: Style, at depth: FeatureDepth, seed: UInt64) -> Tensor {
    guard depth == .shallow else { return domain(style, seed: seed).features }
    let pictures = pictures(of: StyleDomains.world(style, seed: seed)).inputs.inThreeChannels
    return network.outputs(of: ["features.2"], for: pictures)["features.2", default: pictures].mean(along: [1, 2])
  }

  private func pictures(of world: Menagerie) -> TestSet {
    if let known = painted[world] { return known }
    let set = world.testSet(count: StyleDomains.count, size: network.inputSize)
    painted[world] = set
    return set
  }
}

extension Style: StudyKey {
  /// The style's name in the reader's language.
  public func label(_ term: Terms) -> String { Phrase(name as ClassName)(term.language) }
}
