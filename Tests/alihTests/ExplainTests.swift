import Datasets
import Foundation
import Imaging
import Testing

@Suite struct ExplainCommandTests {
  private let folder: TrialFolder
  private let pictures: String

  init() throws {
    folder = try TrialFolder()
    pictures = folder.url.appending(path: "pictures").path
    #expect(try Command("menagerie", "write", pictures, "--count", "16", "--size", "64").status == 0)
  }

  private var cat: String { "\(pictures)/cat/00000.png" }
  private var output: String { folder.url.appending(path: "explained").path }

  private func objects(_ result: Command) throws -> [[String: Any]] {
    try result.output.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  @Test("one line a picture says what is seen and how the heat lies, and a figure carries title and description")
  func explains() throws {
    let dog = "\(pictures)/dog/00001.png"
    let result = try Command("explain", cat, dog, "--output", output)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(result.status == 0 && result.error.isEmpty && lines.count == 2)
    for (line, (picture, name)) in zip(lines, [(cat, "cat"), (dog, "dog")]) {
      #expect(line.hasPrefix("\(picture): \(name) ") && line.contains("half of the heat in gradient "), "\(line)")
      #expect(line.contains("grad-cam ") && line.contains("occlusion ") && line.contains(" for it)"))
    }
    let figure = URL(filePath: "\(output)/00000-explained.png")
    let texts = Dictionary(uniqueKeysWithValues: try Image.text(of: figure).map { ($0.key, $0.value) })
    #expect(texts["Title"] == "Where mini-vgg looks for: cat")
    #expect(texts["Description"]?.contains("Grad-CAM, half of it in ") == true)
    #expect(try Image(contentsOf: figure).width > 5 * 192)

    let indonesian = try Command(
      "explain", cat, "--class", "dog", "--method", "occlusion", "--language", "id", "--output", output)
    #expect(indonesian.output.contains("(disangka cat") && indonesian.output.contains("mendukung)"))
  }

  @Test("as JSON every map is there, row by row, and what is said of it is true of its values")
  func json() throws {
    let result = try Command("explain", cat, "--json", "--output", output)
    let object = try #require(try objects(result).first)
    #expect(object["className"] as? String == "cat" && object["picture"] as? String == cat)
    let maps = try #require(object["heat"] as? [[String: Any]])
    #expect(
      maps.compactMap { $0["method"] as? String } == ["gradient", "integrated-gradients", "grad-cam", "occlusion"])
    for map in maps {
      let values = try #require(map["values"] as? [Double])
      let (x, y) = try #require((map["hottest"] as? [String: Int]).flatMap { ($0["x"] ?? -1, $0["y"] ?? -1) })
      #expect(values.count == 64 * 64 && values[y * 64 + x] == values.max())
      let positive = values.filter { $0 > 0 }.reduce(0, +) / values.map(abs).reduce(0, +)
      #expect(abs((map["positiveShare"] as? Double ?? -1) - positive) < 1e-3)
      #expect((map["layer"] as? String) == ((map["method"] as? String) == "grad-cam" ? "features.23" : nil))
    }
  }

  @Test("the hottest place of Grad-CAM lies on what the picture shows, or next to it, in most of sixteen pictures")
  func liesOnAnimal() throws {
    let names = ClassificationTask.menagerie.classNames.map(\.english)
    let files = names.enumerated().map { String(format: "\(pictures)/\($1)/%05d.png", $0) }
    let result = try Command(
      arguments: ["explain"] + files + ["--method", "grad-cam", "--json", "--output", output])
    let hits = try objects(result).enumerated().map { label, object in
      let map = try #require((object["heat"] as? [[String: Any]])?.first)
      let hottest = try #require(map["hottest"] as? [String: Int])
      let mask = Menagerie().testScene(label).subjectMask(size: 64)
      // Within the margin of the pointing game, two of 64 pixels: a cell of the last maps is eight wide.
      let (x, y) = (hottest["x"] ?? 0, hottest["y"] ?? 0)
      return (max(0, y - 2)...min(63, y + 2)).contains { row in
        (max(0, x - 2)...min(63, x + 2)).contains { mask[row * 64 + $0] }
      }
    }
    #expect(hits.count == 16 && hits.count { $0 } >= 14, "\(hits)")
  }

  @Test("what cannot be explained is refused with one line that says why")
  func refusals() throws {
    let unreadable = try folder.file("text.jpg", [1])
    for (arguments, words) in [
      ([unreadable], "text.jpg"), (["\(cat)x"], "00000.pngx"), ([cat, "--class", "moon"], "no class is called moon"),
      ([cat, "--method", "magic"], "magic"), ([cat, "--layer", "moon"], "no layer moon with maps"),
      ([cat, "--layer", "classifier"], "no layer classifier with maps"),
      ([cat, "--layer", "features.2", "--method", "gradient"], "only grad-cam looks at a layer"),
      ([cat, "--steps", "0"], "--steps 0"), ([cat, "--window", "0"], "--window 0"),
      ([cat, "--window", "65"], "a square of 65 pixels"), ([cat, "--network", "maxi-vgg"], "maxi-vgg"),
      ([cat, "--output", "\(cat)/below"], "not a directory"),
    ] {
      #expect(try Command(arguments: ["explain"] + arguments).refused(saying: words), "\(arguments)")
    }
  }

  @Test("a broken file ends no batch, and no figure takes the place of another or of a picture")
  func batch() throws {
    let folder = folder.url.appending(path: "own").path
    for name in ["a", "b"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: cat, toPath: "\(folder)/\(name)/x.png")
    }
    try FileManager.default.copyItem(atPath: cat, toPath: "\(folder)/x-explained.png")
    let before = FileManager.default.contents(atPath: "\(folder)/x-explained.png")
    let files = ["\(folder)/a/x.png", "\(folder)/none.png", "\(folder)/b/x.png", "\(folder)/x-explained.png"]
    let result = try Command(arguments: ["explain"] + files + ["--method", "gradient", "--output", folder])
    #expect(result.status == 1 && result.output.split(separator: "\n").count == 3)
    #expect(result.error.split(separator: "\n").count == 1 && result.error.contains("none.png"))
    #expect(FileManager.default.contents(atPath: "\(folder)/x-explained.png") == before)
    for name in ["x-explained-2", "x-explained-3", "x-explained-explained"] {
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(name).png"), "\(name)")
    }
  }
}
