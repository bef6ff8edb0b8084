import Autograd
import Foundation
import Imaging
import NeuralNetworks
import Testing

@testable import Datasets

@Suite("Sets that are decoded when they are asked for")
struct PictureStoreTests {
  private let scratch: Scratch
  private let photos: [Photo]
  private let preprocessing = Preprocessing(side: 16, shorterSide: 18)

  init() throws {
    let scratch = try Scratch()
    photos = try (0..<20).map { index in
      let values = (0..<30 * 24 * 3).map { Float(($0 * 7 + $0 * $0 * index) % 256) / 255 }
      let file = scratch.url.appending(path: "\(index).png")
      try Image(width: 30, height: 24, pixels: values).writePNG(to: file)
      return Photo(file)
    }
    self.scratch = scratch
  }

  private func pictures(in store: PictureStore) -> TrainingSet {
    PictureSet(
      classNames: [ClassName("a"), ClassName("b")], labels: photos.indices.map { $0 % 2 }, size: 16, store: store,
      skipped: [])
  }

  private var kept: TrainingSet { pictures(in: PictureStore(photos, preprocessing)) }
  private var decoded: TrainingSet { pictures(in: .files(photos, preprocessing, LostPhotos())) }

  @Test("they have the same pictures as sets in memory, in any order, and varied the same way")
  func same() throws {
    let (kept, decoded) = (kept, decoded)
    #expect(kept[7] == (try Image(contentsOf: photos[7].url, prepared: preprocessing)) && decoded[7] == kept[7])
    func pixels(_ set: some LabelledSet<Learning>) -> [[Float]] {
      set.shuffledBatches(of: 6, seed: 3, epoch: 1).map(\.inputs.values)
    }
    #expect(pixels(decoded) == pixels(kept))
    let augmentation = Augmentations(Mirror(), RandomCrop(padding: 2))
    #expect(pixels(decoded.augmented(by: augmentation)) == pixels(kept.augmented(by: augmentation)))
    #expect(decoded.perClass(3).inputs.values == kept.perClass(3).inputs.values)
  }

  @Test("256 MB of pictures are kept in memory, and not one byte more")
  func limit() {
    #expect(PictureStore.holds(256 * 1_048_576) && !PictureStore.holds(256 * 1_048_576 + 1))
    guard case .memory = PictureStore(photos, preprocessing) else {
      Issue.record("twenty small pictures are not kept")
      return
    }
    // The places of 1,784 pictures of 224 × 224 × 3 bytes, of which none is opened.
    let many = [Photo](repeating: photos[0], count: 1_784)
    guard case .files = PictureStore(many, Preprocessing(side: 224)) else {
      Issue.record("\(many.count) large pictures are kept")
      return
    }
  }

  @Test("a set that is drawn in memory shares it, and one that is too large is drawn without")
  func drawn() {
    let draw = PhotoDraw(from: [photos], limits: [12], preprocessing) { _, _ in }
    #expect(draw.bytes?.count == 12 * 16 * 16 * 3)
    var counts: [Int] = []
    let large = PhotoDraw(from: [photos], limits: [20], Preprocessing(side: 2_120)) { done, _ in counts.append(done) }
    #expect(large.bytes == nil && large.places(of: 0) == Array(0..<20) && counts == [20])
  }

  @Test("a file that becomes unreadable later is grey, and noted once")
  func lost() throws {
    let decoded = decoded
    #expect(decoded.lost.isEmpty)
    try FileManager.default.removeItem(at: photos[4].url)
    for _ in 0..<2 {
      let values = decoded.inputs(at: [3, 4]).values
      #expect(values.suffix(16 * 16 * 3).allSatisfy { $0 == Float(128) / 255 })
    }
    #expect(decoded.lost.map(\.photo) == [photos[4]])
  }

  @Test("what runs in parallel comes back in its order")
  func order() {
    #expect(inParallel(500) { $0 * $0 } == (0..<500).map { $0 * $0 })
  }
}
