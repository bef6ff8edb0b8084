import Foundation
import Testing

@Suite("Predictions of several pictures") struct PredictTests {
  @Test("a broken file ends no batch: the others are answered for, it is named, and the status is 1")
  func predictSome() throws {
    let folder = try TrialFolder()
    let pictures = folder.url.appending(path: "pictures").path
    #expect(try Command("menagerie", "write", pictures, "--count", "2", "--size", "32").status == 0)
    let good = ["\(pictures)/cat/00000.png", "\(pictures)/dog/00001.png"]
    let broken = [
      try folder.file("broken.png", [1]), folder.url.appending(path: "none.png").path, "\(pictures)/nothing",
    ]
    let files = [broken[0], good[0], broken[1], broken[2], good[1]]
    let words = try Command(arguments: ["predict"] + files)
    #expect(words.status == 1 && good.allSatisfy { words.output.contains($0) })
    let complaints = words.error.split(separator: "\n")
    #expect(complaints.count == 3 && zip(complaints, broken).allSatisfy { $0.hasPrefix("alih: ") && $0.contains($1) })
    let json = try Command(arguments: ["predict", "--json"] + files)
    let objects = try json.output.split(separator: "\n").map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    // A long name that is not shown makes no column wide.
    let names = (0..<16).map { $0 == 0 ? String(repeating: "w", count: 90) : "c\($0)" }.joined(separator: "\n")
    let list = try folder.file("names.txt", Array(names.utf8))
    let dog = try Command(arguments: ["predict", good[1], "--class-names", list, "--top", "1"])
    #expect(dog.output.split(separator: "\n").last.map { $0.hasSuffix("%") && $0.count < 40 } == true, "\(dog.output)")
    #expect(json.status == 1 && objects.compactMap { ($0 as? [String: Any])?["picture"] as? String } == good)
  }

  @Test("a folder's pictures are all looked at, and a table has one line for each of their best classes")
  func predictFolder() throws {
    let folder = try TrialFolder()
    let pictures = folder.url.appending(path: "pictures").path
    #expect(try Command("menagerie", "write", pictures, "--count", "2", "--size", "32").status == 0)
    _ = try folder.file("pictures/cat/notes.txt", [65])
    _ = try folder.file("pictures/dog/=1+1,\".png", Array(Data(contentsOf: URL(filePath: "\(pictures)/cat/00000.png"))))
    let table = try Command("predict", pictures, "--csv", "--top", "2")
    let lines = table.output.split(separator: "\n")
    #expect(table.status == 0 && lines.first == "picture,rank,class,probability" && lines.count == 1 + 3 * 2)
    #expect(lines[1].hasPrefix("\(pictures)/cat/00000.png,1,") && lines[2].hasPrefix("\(pictures)/cat/00000.png,2,"))
    #expect(lines.contains { $0.hasPrefix("\"\(pictures)/dog/=1+1,\"\".png\",1,") }, "\(table.output)")
    let probability = try #require(lines[1].split(separator: ",").last.flatMap { Float($0) })
    #expect(probability > 0 && probability <= 1)
    #expect(try Command("predict", pictures).output.split(separator: "\n").count { $0.hasPrefix(pictures) } == 3)
    let empty = folder.url.appending(path: "empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let none = try Command("predict", empty.path)
    #expect(none.status == 1 && none.error.contains("has no pictures"))
    #expect(try Command("predict", pictures, "--csv", "--json").status != 0)
  }
}
