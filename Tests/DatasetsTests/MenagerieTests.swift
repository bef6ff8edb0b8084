import Autograd
import Imaging
import NeuralNetworks
import Testing

@testable import Datasets

/// A picture with its label.
private struct Example: Hashable {
  let pixels: [Float]
  let label: Int
}

@Suite("Training, validation and test sets")
struct MenagerieTests {
  @Test("no seed of one set, or of one world, belongs to another", arguments: [0, 1, 17, 11_999, (1 << 40) - 1])
  func disjointSeeds(_ index: Int) {
    var seen: Set<UInt64> = []
    for world in [UInt64(0), 1, 255, 65_535, 65_536, 65_537, 131_072, .max] {
      for set in UInt64(0)..<3 {
        #expect(seen.insert(Menagerie(seed: world).sceneSeed(index, set: set)).inserted)
      }
    }
  }

  @Test("a world's seed is all of its bits", arguments: [65_536, 65_537, 1 << 32, UInt64.max])
  func wideSeeds(_ seed: UInt64) {
    let scenes = { (seed: UInt64) in (0..<3).map { Menagerie(seed: seed).trainingScene($0) } }
    #expect(scenes(seed) != scenes(seed & 0xFFFF) && scenes(seed) == scenes(seed))
    let world = Menagerie(seed: seed)
    let seeds = (0..<300).flatMap { index in (UInt64(0)..<3).map { world.sceneSeed(index, set: $0) } }
    #expect(Set(seeds).count == 900)
  }

  @Test("a seed tells its world, set and index, so two different ones never share it")
  func reversibleSeeds() {
    for (world, set, index) in [(0, 0, 0), (3, 2, 1 << 39), (65_535, 1, 12_000), (1, 2, (1 << 40) - 1)] {
      let seed = Menagerie(seed: UInt64(world)).sceneSeed(index, set: UInt64(set))
      #expect(seed >> 48 == world && (seed >> 40) & 0xFF == set && seed & ((1 << 40) - 1) == index)
    }
  }

  @Test("scenes of different sets don't coincide")
  func disjointScenes() {
    let world = Menagerie()
    var scenes: Set<Scene> = []
    for index in 0..<400 {
      for var scene in [world.trainingScene(index), world.validationScene(index), world.testScene(index)] {
        // Not even when the noise is left out.
        scene.camera.seed = 0
        scene.coat.seed = 0
        #expect(scenes.insert(scene).inserted)
      }
    }
  }

  @Test("labels are balanced and say what is painted", arguments: [16, 33, 160])
  func balance(_ count: Int) {
    let world = Menagerie()
    let set = world.trainingSet(count: count, size: 8)
    let shares = Dictionary(grouping: set.labels, by: { $0 }).mapValues(\.count)
    #expect(shares.count == 16)
    #expect((shares.values.max() ?? 0) - (shares.values.min() ?? 0) <= 1)
    for index in 0..<count {
      #expect(set.classNames[set.labels[index]] == world.trainingScene(index).category.name)
    }
  }

  @Test("a set holds the pictures of its scenes, in order, whatever thread painted them")
  func pictures() {
    let world = Menagerie(seed: 4)
    let (training, validation, test) = (
      world.trainingSet(count: 37, size: 16), world.validationSet(count: 19, size: 16),
      world.testSet(count: 5, size: 16)
    )
    for index in 0..<37 { #expect(training[index] == world.trainingScene(index).picture(size: 16)) }
    for index in 0..<19 { #expect(validation[index] == world.validationScene(index).picture(size: 16)) }
    for index in 0..<5 { #expect(test[index] == world.testScene(index).picture(size: 16)) }
    #expect(world.trainingSet(count: 37, size: 16).inputs.values == training.inputs.values)
  }

  @Test("the same number of pictures of every class can be taken")
  func perClass() {
    let set = Menagerie().trainingSet(count: 80, size: 8)
    let few = set.perClass(3)
    #expect(few.count == 48)
    #expect(Dictionary(grouping: few.labels, by: { $0 }).values.allSatisfy { $0.count == 3 })
    #expect(few[0] == set[0])
  }

  @Test("batches hold every picture once, in an order that follows from seed and epoch", arguments: [1, 7, 64, 100])
  func batches(_ size: Int) {
    let set = Menagerie().trainingSet(count: 50, size: 8)
    func examples(_ batches: some Sequence<LabelledBatch>) -> [Example] {
      batches.flatMap { batch in
        #expect(batch.inputs.shape == [batch.count, 8, 8, 3] && batch.count <= size)
        return zip(batch.inputs.pictures, batch.labels).map { Example(pixels: $0.pixels, label: $1) }
      }
    }
    func order(_ seed: UInt64, _ epoch: Int) -> [Example] {
      examples(set.shuffledBatches(of: size, seed: seed, epoch: epoch))
    }
    let all = set.labels.indices.map { Example(pixels: set[$0].pixels, label: set.labels[$0]) }
    #expect(Set(order(1, 0)) == Set(all) && order(1, 0).count == 50)
    #expect(order(1, 0) == order(1, 0))
    #expect(order(1, 0) != order(1, 1))
    #expect(order(1, 0) != order(2, 0))
    #expect(examples(set.batches(of: size)) == all)
    #expect(set.batches(of: size).underestimatedCount == Array(set.batches(of: size)).count)
  }

  @Test("an augmentation changes pixels, not labels, the same way for the same seed")
  func augmentedBatches() {
    let set = Menagerie().trainingSet(count: 20, size: 16)
    let augmentation = Augmentations(Mirror(), RandomCrop(padding: 2), ColorJitter())
    let first = Array(set.augmented(by: augmentation).shuffledBatches(of: 8, seed: 1))
    let again = Array(set.augmented(by: augmentation).shuffledBatches(of: 8, seed: 1))
    let plain = Array(set.shuffledBatches(of: 8, seed: 1))
    #expect(first.map(\.inputs.values) == again.map(\.inputs.values))
    #expect(first.map(\.labels) == plain.map(\.labels))
    #expect(first.map(\.inputs.values) != plain.map(\.inputs.values))
    #expect(first.map(\.inputs.shape) == plain.map(\.inputs.shape))
  }
}
