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
    #expect(scored.output.hasSuffix("of 8 pictures are classified rightly\n") && scored.error.isEmpty)
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

  /// Painted pictures in a folder for each class, two of each, and the names of the folders in the network's order.
  private func painted(_ folder: String) throws -> (path: String, names: [String]) {
    let path = self.folder.url.appending(path: folder).path
    _ = try Command("menagerie", "write", path, "--count", "32", "--size", "64")
    return (path, Menagerie().task.classNames.map(\.english))
  }

  private struct Score: Decodable {
    struct Row: Decodable {
      let name, folder: String
      let index, count: Int
      let precision, recall, f1: Double
    }
    struct Confusion: Decodable {
      let `true`, predicted: [String]
      let counts: [[Int]]
    }
    let accuracy, balancedAccuracy: Double
    let matchedBy: String
    let classes: [Row]
    let confusion: Confusion
    let skipped: [String]
  }

  private func score(_ arguments: String...) throws -> (score: Score, error: String) {
    let command = try Command(arguments: ["evaluate", "--json"] + arguments)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (try decoder.decode(Score.self, from: Data(command.output.utf8)), command.error)
  }

  @Test("sixteen folders called by the numbers of the classes score as those called by their names do")
  func numberedFolders() throws {
    let (path, names) = try painted("numbered")
    let named = try score("--data", path)
    #expect(named.score.accuracy > 0.9 && named.score.matchedBy == "names" && named.error.isEmpty)
    for (place, name) in names.enumerated() {
      try FileManager.default.moveItem(atPath: "\(path)/\(name)", toPath: "\(path)/\(place)")
    }
    let numbered = try score("--data", path)
    #expect(numbered.score.accuracy == named.score.accuracy && numbered.score.matchedBy == "numbers")
    #expect(numbered.error.contains("0 = cat, 1 = dog") && numbered.error.contains("--class-names"))
    #expect(numbered.score.classes.map(\.name) == names && numbered.score.classes.map(\.folder)[10] == "10")
    let list = try folder.file("numbers.txt", Array((0..<16).map { "\($0)\n" }.joined().utf8))
    let listed = try score("--data", path, "--class-names", list)
    #expect(listed.score.accuracy == named.score.accuracy && listed.error.isEmpty, "\(listed.error)")
  }

  @Test("a class that is always wrong shows, however few pictures it has: per class, balanced, and in the figures")
  func hiddenClass() throws {
    let (path, _) = try painted("hidden")
    for (name, target) in [("zebra", "cat"), ("horse", "cat")] {
      for file in try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)") {
        try FileManager.default.moveItem(atPath: "\(path)/\(name)/\(file)", toPath: "\(path)/\(target)/\(name)-\(file)")
      }
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    let found = try score("--data", path, "--classes", "cat,dog")
    let (cat, dog) = (found.score.classes[0], found.score.classes[1])
    #expect(cat.count == 6 && dog.count == 2 && dog.recall == 1 && abs(cat.recall - 2.0 / 6) < 1e-12)
    #expect(found.score.accuracy == 0.5 && abs(found.score.balancedAccuracy - 2.0 / 3) < 1e-12)
    #expect(cat.precision == 1 && cat.f1 == 0.5)
    #expect(found.score.confusion.predicted == ["cat", "dog", "zebra", "horse"].filter { $0 != "" })
    #expect(found.score.confusion.counts == [[2, 0, 2, 2], [0, 2, 0, 0]])
    let output = folder.url.appending(path: "figures").path
    let table = try Command("evaluate", "--data", path, "--classes", "cat,dog", "--output", output)
    #expect(table.output.contains("\nclass  precision  recall     F1  pictures\ncat"), "\(table.output)")
    #expect(table.output.contains("each class counting the same: 66.7"))
    for name in ["confusion.png", "mistakes.png"] {
      #expect(table.output.contains(name) && FileManager.default.fileExists(atPath: "\(output)/\(name)"))
    }
    let indonesian = try Command("evaluate", "--data", path, "--classes", "cat,dog", "--language", "id")
    #expect(indonesian.output.contains("kelas") && indonesian.output.contains("0,500"))
  }

  @Test("what lies in a folder and is used for nothing is said, and JSON stays JSON with broken files")
  func usedForNothing() throws {
    let (path, _) = try painted("untidy")
    for name in ["cat/.DS_Store", "loose.jpg", "cat/below/broken.png"] { _ = try folder.file("untidy/\(name)", [1]) }
    let found = try score("--data", path)
    #expect(found.score.skipped.map { $0.hasSuffix("cat/below/broken.png") } == [true])
    #expect(found.error.contains("1 entries passed over that are hidden or left behind by a system: cat/.DS_Store"))
    #expect(found.error.contains("untidy/loose.jpg") && found.error.contains("below/broken.png"))
    #expect(mkfifo("\(path)/cat/pipe.png", 0o600) == 0)
    #expect(try Command("evaluate", "--data", path).error.contains("no ordinary files: cat/pipe.png"))
    #expect(try Command("evaluate", "--data", "\(path)/cat/pipe.png").refused(saying: "pipe.png"))
    #expect(try Command("predict", "\(path)/cat/pipe.png").refused(saying: "pipe.png"))
    #expect(
      try Command("predict", "\(path)/loose.jpg", "--class-names", "\(path)/cat/pipe.png").refused(saying: "pipe.png"))
  }

  @Test("classes of one name are two: an attack and an ideal picture ask which, and answers say which")
  func sameNames() throws {
    let (path, names) = try painted("cranes")
    let list = try folder.file(
      "names.txt", Array(names.map { ["owl", "car"].contains($0) ? "crane\n" : "\($0)\n" }.joined().utf8))
    let output = folder.url.appending(path: "out").path
    let attack = ["attack", "\(path)/cat/00000.png", "--class-names", list, "--output", output, "--steps", "1"]
    #expect(
      try Command(arguments: attack + ["--target", "crane"]).refused(
        saying: "2 classes are called crane: number 5 and 15"))
    #expect(try Command(arguments: attack + ["--target", "5"]).status == 0)
    let ideal = ["ideal", "--class-names", list, "--output", output, "--steps", "1"]
    #expect(try Command(arguments: ideal + ["--class", "crane"]).refused(saying: "number 5 and 15"))
    let all = try Command(arguments: ideal + ["--all"])
    #expect(all.output.contains("crane (5)-1.png") && all.output.contains("crane (15)-1.png"))
    #expect(try Command("predict", "\(path)/owl/00005.png", "--class-names", list).output.contains("crane (5)"))
    #expect(try Command("evaluate", "--data", path, "--class-names", list).error.contains("owl is none"))
    try FileManager.default.moveItem(atPath: "\(path)/owl", toPath: "\(path)/5")
    try FileManager.default.moveItem(atPath: "\(path)/car", toPath: "\(path)/crane (15)")
    #expect(try score("--data", path, "--class-names", list).score.accuracy > 0.9)
  }
}
