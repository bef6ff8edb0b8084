import Datasets
import Imaging
import Testing

@Suite("The source world stays as the shipped networks learnt it")
struct SourceWorldTests {
  @Test(
    "not one byte of its pictures has changed",
    arguments: [(48, 32, 0x5331_c5aa_bf80_6c0e), (16, 47, 0xee11_7a2b_5050_a813)] as [(Int, Int, UInt64)])
  func pinned(_ count: Int, _ size: Int, _ checksum: UInt64) {
    let set = Menagerie().trainingSet(count: count, size: size)
    // FNV-1a, 64 bits, over all bytes.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<count {
      for value in set[index].pixels { hash = (hash ^ UInt64(value * 255 + 0.5)) &* 0x100_0000_01b3 }
    }
    #expect(hash == checksum, "\(String(hash, radix: 16))")
  }

  @Test("its categories are sixteen, and no target task shows one of them")
  func separate() {
    #expect(ClassificationTask.menagerie.classes.map(\.category) == Category.source)
    #expect(Category.source.count == 16)
    for task in ClassificationTask.all.dropFirst() {
      #expect(Set(task.classes.map(\.category)).isDisjoint(with: Category.source))
    }
  }

  @Test("nothing in it lies down", arguments: Category.source)
  func posture(_ category: Category) {
    #expect((UInt64(0)..<50).allSatisfy { Scene(category, seed: $0).posture == .upright })
  }
}
