import Foundation
import Testing

@Suite("Predictions of several pictures") struct PredictTests {
  @Test("a broken file ends no batch: the others are answered for, it is named, and the status is 1")
  func predictSome() throws {
    let folder = try TrialFolder()
    let pictures = folder.url.appending(path: "pictures").path
    #expect(try Command("menagerie", "write", pictures, "--count", "2", "--size", "32").status == 0)
    let good = ["\(pictures)/cat/00000.png", "\(pictures)/dog/00001.png"]
    let broken = [try folder.file("broken.png", [1]), folder.url.appending(path: "none.png").path, pictures]
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
}
