import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import TransferLearning

/// How far a world is from photos, and how many of its pictures are named rightly.
struct Shift {
  let look: StyledWorlds.Look
  let distance, accuracy: Float
}

/// Worlds of the Menagerie as a pre-trained network sees them; each is painted once, whichever cell asks for it.
final class StyledWorlds {
  /// A style and how much of it is mixed into the photo of the same scene, from 0 to 1.
  struct Look: Hashable {
    let style: Style
    let strength: Float
  }

  /// Every style but the photo, mixed into it by a quarter, a half, three quarters and wholly.
  static let looks = Style.allCases.filter { $0 != .photo }.flatMap { style in
    [0.25, 0.5, 0.75, 1].map { Look(style: style, strength: $0) }
  }

  /// Pictures of each world.
  static let count = 96
  /// The frozen layers in whose features worlds are compared.
  let base: FrozenBase
  private let network: Network
  private var painted: [Menagerie: TestSet] = [:]
  private var seen: [Menagerie: [Float: Domain]] = [:]

  init(_ network: Network) {
    self.network = network
    base = FrozenBase(of: network)
  }

  /// The world of a style and a seed, of which there are two samples; no two worlds share a scene.
  static func world(_ style: Style, seed: UInt64, sample: UInt64 = 0) -> Menagerie {
    let place = UInt64(Style.allCases.firstIndex(of: style) ?? 0)
    return Menagerie(style: style, seed: seed &* 16 &+ 2 &* place &+ sample)
  }

  /// A domain as the network sees it.
  func domain(_ world: Menagerie) -> Domain { domain(world, strength: 1) }

  /// The domain of a style and a seed.
  func domain(_ style: Style, seed: UInt64, sample: UInt64 = 0) -> Domain {
    domain(StyledWorlds.world(style, seed: seed, sample: sample))
  }

  /// A domain whose pictures lie between the photo and a style.
  func domain(_ look: Look, seed: UInt64) -> Domain {
    domain(StyledWorlds.world(look.style, seed: seed), strength: look.strength)
  }

  /// The share of a domain's pictures that the network names rightly: its head on the features.
  func accuracy(on domain: Domain) -> Float {
    let head = network.layers.layers[network.layers.layers.count - 1].layer
    return NeuralNetworks.accuracy(head(domain.features, .inference), domain.labels)
  }

  /// What the network's first layer makes of the pictures of a world, each channel averaged over the picture, `[96, 32]`.
  func shallowFeatures(_ world: Menagerie) -> Tensor {
    let pictures = paint(world).inputs.inThreeChannels
    return network.outputs(of: ["features.2"], for: pictures)["features.2", default: pictures].mean(along: [1, 2])
  }

  private func domain(_ world: Menagerie, strength: Float) -> Domain {
    if let known = seen[world]?[strength] { return known }
    let set = paint(world)
    var domain = Domain(world.style.rawValue, set, seenBy: base)
    if strength < 1 {
      let photo = paint(Menagerie(world.task, seed: world.seed))
      let mixed = photo.inputs * (1 - strength) + set.inputs.inThreeChannels * strength
      domain = Domain(
        name: domain.name, space: .init(width: set.size, height: set.size, channels: 3), classes: domain.classes,
        features: base.features(ofPictures: mixed), labels: set.labels)
    }
    seen[world, default: [:]][strength] = domain
    return domain
  }

  private func paint(_ world: Menagerie) -> TestSet {
    if let known = painted[world] { return known }
    let set = world.testSet(count: StyledWorlds.count, size: network.inputSize)
    painted[world] = set
    return set
  }
}
