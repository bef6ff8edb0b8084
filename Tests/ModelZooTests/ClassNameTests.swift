import Autograd
import Foundation
import ModelZoo
import Testing

@Suite struct ClassNameTests {
  private let network: Network

  init() {
    var random = RandomSource(seed: 1)
    network = Network(.resnet20, classes: ["0", "1", "2"], random: &random)
  }

  private func named(by text: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try network.withClassNames(from: file).classes
  }

  @Test(
    "classes get their names from lines, from a list in JSON, and from Keras' index",
    arguments: [
      "tench\ngreat white shark\nhen, biddy\n\n", "tench\r\n great white shark\r\nhen, biddy",
      #" ["tench", "great white shark", "hen, biddy"]"#,
      #"{"0": ["n01440764", "tench"], "2": ["n01514859", "hen, biddy"], "1": ["n01484850", "great white shark"]}"#,
      #"{"1": "great white shark", "0": "tench", "2": "hen, biddy"}"#,
    ])
  func forms(text: String) throws {
    #expect(try named(by: text) == ["tench", "great white shark", "hen, biddy"])
  }

  @Test(
    "a list that is none, or of another number of classes, is refused with one line",
    arguments: [
      ("a\nb", "names 2 classes, and the network tells 3 apart"), ("a\n\nc", "the name of class 1 is empty"),
      ("", "no list of names"), (#"["a", "b", 3]"#, "no list of names"), ("[", "no list of names"),
      (#"{"0": "a", "1": "b", "3": "c"}"#, "names 3 classes, but none for index 2"),
      (#"{"0": ["n0", "a"], "1": []}"#, "the name of class 1 is empty"), (#"{"a": {}}"#, "no list of names"),
    ])
  func refusals(text: String, words: String) {
    let error = #expect(throws: NetworkError.self) { try named(by: text) }
    let line = error?.description ?? ""
    #expect(line.contains(words) && !line.contains("\n"), "\(line)")
  }

  @Test("a file that is missing is named")
  func missing() {
    let error = #expect(throws: NetworkError.self) {
      try network.withClassNames(from: URL(filePath: "/none/names.txt"))
    }
    #expect(error?.description == "/none/names.txt: no file that can be read: no such file; check the path")
  }
}
