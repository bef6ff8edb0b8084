import Imaging
import Testing

@testable import Datasets

@Suite("Training, validation and test sets")
struct MenagerieTests {
  @Test("no seed of one set, or of one world, belongs to another", arguments: [0, 1, 17, 11_999, (1 << 40) - 1])
  func disjointSeeds(_ index: Int) {
    var seen: Set<UInt64> = []
    for world in [UInt16(0), 1, 255, .max] {
      for set in UInt64(0)..<3 {
        #expect(seen.insert(Menagerie(seed: world).sceneSeed(index, set: set)).inserted)
      }
    }
  }

  @Test("a seed tells its world, set and index, so two different ones never share it")
  func reversibleSeeds() {
    for (world, set, index) in [(0, 0, 0), (3, 2, 1 << 39), (65_535, 1, 12_000), (1, 2, (1 << 40) - 1)] {
      let seed = Menagerie(seed: UInt16(world)).sceneSeed(index, set: UInt64(set))
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
    #expect(world.trainingSet(count: 37, size: 16).batch(Array(0..<37)).pixels == training.batch(Array(0..<37)).pixels)
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
    func order(_ seed: UInt64, _ epoch: Int) -> [Int] {
      set.shuffledBatches(of: size, seed: seed, epoch: epoch).flatMap(\.indices)
    }
    #expect(order(1, 0).sorted() == Array(0..<50))
    #expect(order(1, 0) == order(1, 0))
    #expect(order(1, 0) != order(1, 1))
    #expect(order(1, 0) != order(2, 0))
    #expect(set.batches(of: size).flatMap(\.indices) == Array(0..<50))
    for batch in set.shuffledBatches(of: size, seed: 3) {
      #expect(batch.shape == [batch.count, 8, 8, 3])
      #expect(batch.pixels.count == batch.count * 192)
      for (position, index) in batch.indices.enumerated() {
        #expect(batch.labels[position] == set.labels[index])
        #expect(Array(batch.pixels[(position * 192)..<((position + 1) * 192)]) == set[index].pixels)
      }
    }
  }

  @Test("an augmentation changes pixels, not labels, the same way for the same seed")
  func augmentedBatches() {
    let set = Menagerie().trainingSet(count: 20, size: 16)
    let augmentation = Augmentations(Mirror(), RandomCrop(padding: 2), ColorJitter())
    let first = Array(set.shuffledBatches(of: 8, seed: 1, augmentation: augmentation))
    let again = Array(set.shuffledBatches(of: 8, seed: 1, augmentation: augmentation))
    let plain = Array(set.shuffledBatches(of: 8, seed: 1))
    #expect(first.map(\.pixels) == again.map(\.pixels))
    #expect(first.map(\.labels) == plain.map(\.labels))
    #expect(first.map(\.pixels) != plain.map(\.pixels))
    #expect(first.map(\.shape) == plain.map(\.shape))
  }
}
