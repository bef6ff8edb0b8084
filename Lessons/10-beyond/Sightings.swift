import Autograd
import Datasets
import Imaging
import NeuralNetworks
import TransferLearning

/// Animals that were seen several times: each picture shows the same animal, and chance drew all else anew, where it is, how it
/// stands, the light, what lies behind it.
struct Sightings {
  /// How often each animal was seen.
  static let each = 4
  /// What may change in a view of one picture.
  static let crop = Augmentations(
    Mirror(), RandomPart(least: 0.5), ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.8))

  /// The pictures `[animals · each, side, side, 3]` in [0, 1], those of one animal after another, with the animals' kinds, for
  /// which whoever learns without labels does not ask.
  let pictures: FeatureSet<Learning>
  /// How many animals.
  let count: Int

  init(of task: ClassificationTask, count: Int, size: Int, seed: UInt64) {
    let first = Menagerie(task, seed: seed), later = Menagerie(task, seed: seed &+ 3_000)
    let images = (0..<count).flatMap { animal -> [Image] in
      let scene = first.trainingScene(animal)
      return (0..<Self.each).map { sighting in
        guard sighting > 0 else { return scene.picture(size: size) }
        var other = later.trainingScene(animal * Self.each + sighting)
        (other.category, other.breed, other.coat, other.proportions) =
          (scene.category, scene.breed, scene.coat, scene.proportions)
        return other.picture(size: size)
      }
    }
    let kinds = (0..<count).flatMap { [Int](repeating: $0 % task.classes.count, count: Self.each) }
    pictures = FeatureSet(features: Tensor(images), labels: kinds)
    self.count = count
  }

  /// Two sightings of each of some animals, as chance has it.
  func pairs(of animals: [Int], random: inout RandomSource) -> (Tensor, Tensor) {
    let chosen = animals.map { animal in
      random.permutation(Self.each).prefix(2).map { animal * Self.each + $0 }
    }
    return (pictures.inputs(at: chosen.map { $0[0] }), pictures.inputs(at: chosen.map { $0[1] }))
  }

  /// Two crops of one sighting of each of some animals, as chance has it.
  func crops(of animals: [Int], random: inout RandomSource) -> (Tensor, Tensor) {
    let chosen = pictures.inputs(at: animals.map { $0 * Self.each + random.below(Self.each) }).pictures
    func view() -> Tensor { Tensor(chosen.map { Self.crop.apply(to: $0, using: &random) }) }
    return (view(), view())
  }
}
