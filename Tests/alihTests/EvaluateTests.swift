import Datasets
import Foundation
import Testing

@Suite("Scores on photographs at the command line") struct EvaluateTests {
  private let folder: TrialFolder

  init() throws { folder = try TrialFolder() }

  /// Painted pictures in a folder for each class, two of each, and the names of the folders in the network's order.
  private func painted(_ name: String) throws -> (path: String, names: [String]) {
    let path = folder.url.appending(path: name).path
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
    let passedOver: [String: Int]
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
    #expect(found.score.passedOver == ["folders": 0, "irregular": 0, "leftovers": 1, "links": 0, "unlabelled": 1])
    #expect(found.error.contains("1 entry passed over that is hidden or left behind by a system: cat/.DS_Store"))
    #expect(found.error.contains("untidy/loose.jpg") && found.error.contains("below/broken.png"))
    #expect(mkfifo("\(path)/cat/pipe.png", 0o600) == 0)
    #expect(try Command("evaluate", "--data", path).error.contains("no ordinary file: cat/pipe.png"))
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
    #expect(try Command("evaluate", "--data", path, "--class-names", list).error.contains("class car is none"))
    try FileManager.default.moveItem(atPath: "\(path)/owl", toPath: "\(path)/5")
    try FileManager.default.moveItem(atPath: "\(path)/car", toPath: "\(path)/crane (15)")
    #expect(try score("--data", path, "--class-names", list).score.accuracy > 0.9)
  }
}
