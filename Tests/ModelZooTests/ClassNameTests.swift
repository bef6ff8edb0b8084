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
      // torchvision's class_to_idx, and files that hold it.
      #"{"hen, biddy": 2, "tench": 0, "great white shark": 1}"#,
      #"{"arch": "resnet18", "class_to_idx": {"hen, biddy": 2, "tench": 0, "great white shark": 1}}"#,
      // config.json of Hugging Face.
      #"{"label2id": {"a": 0}, "id2label": {"0": "tench", "1": "great white shark", "2": "hen, biddy"}, "hidden_size": 8}"#,
      #"{"vocab": ["tench", "great white shark", "hen, biddy"]}"#,
      #"[["n01440764", "tench"], ["n01484850", "great white shark"], ["n01514859", "hen, biddy"]]"#,
      // synset_words.txt, numbered lines, and an object of Python's.
      "n01440764 tench\nn01484850 great white shark\nn01514859 hen, biddy\n",
      "0: tench\n2: hen, biddy\n1: great white shark", "0 tench\n1 great white shark\n2 hen, biddy",
      "2,hen, biddy\n0,tench\n1,great white shark",
      "{0: 'tench',\n 1: 'great white shark',\n 2: 'hen, biddy'}",
      "{0: 'tench',\n 1: \"great white shark\",\n 2: 'hen, biddy',\n}\n",
      "\u{FEFF}tench\ngreat white shark\nhen, biddy", "\u{FEFF}[\"tench\", \"great white shark\", \"hen, biddy\"]",
    ])
  func forms(text: String) throws {
    #expect(try named(by: text) == ["tench", "great white shark", "hen, biddy"])
  }

  @Test("names that begin with numbers stay whole where the numbers are no places")
  func notNumbered() throws {
    #expect(try named(by: "2 of clubs\n3 of clubs\n4 of clubs") == ["2 of clubs", "3 of clubs", "4 of clubs"])
    #expect(try named(by: "0\n1\n2") == ["0", "1", "2"])
    #expect(try named(by: #"{"0": 0, "1": 1, "10": 2}"#) == ["0", "1", "10"])
    #expect(try named(by: "crane\ncrane\nmaillot") == ["crane", "crane", "maillot"])
  }

  @Test("what is no ordinary file is refused and never opened", .timeLimit(.minutes(1)))
  func irregular() throws {
    let pipe = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: pipe) }
    #expect(mkfifo(pipe.path, 0o600) == 0)
    let error = #expect(throws: NetworkError.self) { try network.withClassNames(from: pipe) }
    #expect(error?.description.contains("it is a pipe") == true)
  }

  @Test(
    "a list that is none, or of another number of classes, is refused with one line",
    arguments: [
      ("a\nb", "names 2 classes, and the network tells 3 apart"), ("a\n\nc", "the name of class 1 is empty"),
      ("", "no list of names"), (#"["a", "b", 3]"#, "no list of names"), ("[", "no list of names"),
      (#"{"0": "a", "1": "b", "3": "c"}"#, "names 3 classes, but none for index 2"),
      (#"{"1": "a", "2": "b", "3": "c"}"#, "none for index 0; indices count from 0"),
      (#"{"a": 0, "b": 1, "c": 1}"#, "no list of names"), (#"{"a": 1, "b": 2, "c": 3}"#, "none for index 0"),
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
