import Datasets
import Foundation
import Imaging
import Testing

@Suite("Data sets at the command line") struct DataTests {
  private let folder: TrialFolder
  private let cifar, network: String

  /// A data set in the form of CIFAR-10: painted dogs, horses and cats, eight of each to learn from and four for a test.
  init() throws {
    folder = try TrialFolder()
    cifar = folder.url.appending(path: "cifar").path
    network = folder.url.appending(path: "pets.safetensors").path
    _ = try folder.file("cifar/batches.meta.txt", Array("dog\nhorse\ncat\n".utf8))
    let world = Menagerie()
    let labels = try ["dog", "horse", "cat"].map { name in
      try #require(world.task.classNames.firstIndex { $0.english == name })
    }
    func records(_ places: Range<Int>) -> [UInt8] {
      places.flatMap { place in
        labels.enumerated().flatMap { label, painted in
          let pixels = world.testScene(world.task.classes.count * place + painted).picture(size: 32).pixels
          let planes = (0..<3).flatMap { color in
            stride(from: color, to: pixels.count, by: 3).map { UInt8((255 * pixels[$0]).rounded()) }
          }
          return [UInt8(label)] + planes
        }
      }
    }
    _ = try folder.file("cifar/data_batch_1.bin", records(0..<8))
    _ = try folder.file("cifar/test_batch.bin", records(8..<12))
  }

  @Test("two classes of a data set are learnt from its own training pictures, and scored on its own test pictures")
  func cifarTrains() throws {
    let trained = try Command(
      "train", "--data", cifar, "--classes", "cat,dog", "--strategy", "head", "--network", "mini-vgg-32", "--output",
      network, "--report", folder.url.appending(path: "report").path)
    #expect(trained.status == 0 && trained.error.isEmpty, "\(trained.error)")
    let info = try Command("networks", "info", network).output
    #expect(info.contains("2 classes: cat, dog") && info.contains("12 pictures of cifar, 4 more to choose by"))
    let scored = try Command("evaluate", "--data", cifar, "--classes", "dog,cat", "--network", network)
    #expect(
      scored.output.contains("of 8 pictures are classified rightly; each class counting the same: ")
        && scored.error.isEmpty)
    #expect(try Command("evaluate", "--data", cifar, "--network", network).refused(saying: "horse is none of the"))
    #expect(
      try Command("evaluate", "--data", cifar, "--classes", "cow", "--network", network).refused(saying: "no class cow")
    )
    #expect(try Command("evaluate", "--data", cifar + ":coarse").refused(saying: "no labels called coarse"))
    #expect(try Command("evaluate", "--data", cifar, "--classes", ",").refused(saying: "--classes"))
  }

  @Test("files that are no pictures are named on standard error, in both languages, and the rest is scored")
  func skipped() throws {
    let photos = folder.url.appending(path: "photos").path
    _ = try Command("menagerie", "write", photos, "--count", "6", "--size", "32")
    for name in ["a.jpg", "b.jpg", "c.txt", "d.db"] { _ = try folder.file("photos/cat/\(name)", Array("none".utf8)) }
    let english = try Command("evaluate", "--data", photos, "--json")
    #expect(english.output.contains(#""count":6"#))
    #expect(
      english.error
        == "alih: 4 files skipped that cannot be read as a picture: cat/a.jpg, cat/b.jpg, cat/c.txt and 1 more\n")
    let indonesian = try Command("compare", photos, "farm", "--count", "12", "--permutations", "99", "--language", "id")
    #expect(indonesian.error.hasPrefix("alih: ") && indonesian.error.contains("dilewati karena tak dapat dibaca"))
    #expect(indonesian.status == 0)
  }

  @Test("classes of a world of the Menagerie can be chosen, too")
  func world() throws {
    let compared = try Command(
      "compare", "menagerie", "menagerie", "--classes", "cat,dog", "--count", "16", "--permutations", "99")
    #expect(compared.output.contains("the same, 2 classes"))
    #expect(try Command("compare", "farm", "farm", "--classes", "cat").refused(saying: "farm has no class cat"))
  }

  @Test("the names of a network's classes come from a file")
  func classNames() throws {
    let names = try folder.file("names.txt", Array((0..<16).map { "kelas \($0)" }.joined(separator: "\n").utf8))
    let few = try folder.file("few.txt", Array("a\nb\n".utf8))
    let picture = folder.url.appending(path: "cat.png")
    try Menagerie().testScene(0).picture(size: 64).writePNG(to: picture)
    #expect(try Command("predict", picture.path, "--class-names", names).output.contains("kelas "))
    #expect(try Command("predict", picture.path, "--class-names", few).refused(saying: "few.txt: names 2 classes, and"))
  }
}
