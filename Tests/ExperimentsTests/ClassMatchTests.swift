import Autograd
import Datasets
import Foundation
import Imaging
import ModelZoo
import Notebook
import Testing

@testable import Experiments

@Suite("Which of a network's classes a folder is") struct ClassMatchTests {
  private func network(_ classes: [String]) -> Network {
    var random = RandomSource(seed: 1)
    return Network(.resnet20, classes: classes, random: &random)
  }

  private func numbers(_ count: Int) -> [String] { (0..<count).map { "\($0)" } }

  private func refusal(_ names: [String], _ classes: [String]) -> String {
    let error = #expect(throws: NetworkError.self) { try ClassMatch(names, to: network(classes)) }
    return error?.description ?? ""
  }

  @Test("names come before numbers, and numbers before the order")
  func order() throws {
    let named = try ClassMatch(["dog", "cat"], to: network(["cat", "cow", "dog"]))
    #expect(named.places == [2, 0] && named.way == .names && named.remark == nil)
    let numbered = try ClassMatch(numbers(16), to: network(numbers(16)))
    #expect(numbered.places == Array(0..<16) && numbered.way == .names)
    #expect(numbered.remark?.en.contains("counts 10 before 2") == true, "nobody said that they are places")
    let text = numbers(16).sorted()
    let shuffled = try ClassMatch(numbers(16), to: network(text))
    #expect(shuffled.places.map { text[$0] } == numbers(16) && shuffled.remark?.en.contains("taken for names") == true)
    let places = try ClassMatch(["0", "2"], to: network(["cat", "cow", "dog"]))
    #expect(places.places == [0, 2] && places.way == .numbers && places.remark?.en.contains("2 = dog") == true)
    let padded = try ClassMatch(["00", "02"], to: network(["cat", "cow", "dog"]))
    #expect(padded.places == [0, 2])
  }

  @Test("where nothing decides, the order is taken and said in both languages")
  func nothingDecides() throws {
    for names in [["cat", "cow", "dog"], ["1", "2", "3"]] {
      let match = try ClassMatch(names, to: network(numbers(3)))
      #expect(match.places == [0, 1, 2] && match.way == .order)
      #expect(
        match.remark?.en.contains("\(names[1]) = 1") == true && match.remark?.en.contains("--class-names") == true)
      #expect(match.remark?.id.contains("--class-names") == true)
    }
  }

  @Test("classes of the same name stay two, and the number of each names it")
  func sameNames() throws {
    let classes = ["crane", "dog", "crane", "cat"]
    #expect(refusal(["crane", "dog"], classes).contains("2 of the network's classes are called crane: number 0 and 2"))
    let match = try ClassMatch(["2", "dog", "crane (0)"], to: network(classes))
    #expect(match.places == [2, 1, 0])
    #expect(refusal(["2", "crane (2)", "dog"], classes).contains("2 and crane (2) are both"))
    let network = network(classes)
    #expect(network.uniqueNames == ["crane (0)", "dog", "crane (2)", "cat"])
    #expect(try ClassLabel("2", of: network).name == "crane (2)" && ClassLabel("crane (0)", of: network).label == 0)
    let error = #expect(throws: NetworkError.self) { try ClassLabel("crane", of: network) }
    #expect(error?.description.contains("2 classes are called crane: number 0 and 2; give the number") == true)
    let gallery = try IdealGallery(network, of: nil, seeds: [1], language: .en)
    #expect(gallery.classNames == ["crane (0)", "dog", "crane (2)", "cat"])
  }

  @Test("WordNet's ids are found in a list that was given, or that lies beside the folders")
  func wordNet() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["n01443537", "n01440764"] {
      let place = folder.appending(path: "val/\(name)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Image(width: 4, height: 4, filledWith: 0.5).writePNG(to: place.appending(path: "1.png"))
    }
    let photos = try PhotoCollection(folder.appending(path: "val"))
    let unnamed = network(numbers(3))
    #expect(refusal(photos.classNames.map(\.english), numbers(3)).contains("--class-names imagenet_class_index.json"))
    let index = folder.appending(path: "imagenet_class_index.json")
    try Data(
      #"{"0": ["n01440764", "tench"], "1": ["n01443537", "goldfish"], "2": ["n01484850", "great_white_shark"]}"#.utf8
    ).write(to: index)
    for network in [unnamed, network(["Tench", "Gold", "Shark"]), try unnamed.withClassNames(from: index)] {
      let match = try ClassMatch(photos, to: network)
      #expect(match.places == [0, 1] && match.way == .wordNetIDs && match.remark == nil)
    }
    #expect(throws: NetworkError.self) { try ClassMatch(photos, to: network(numbers(4))) }
  }

  @Test("all of ImageNet's ids in their order are its classes")
  func imageNet() throws {
    let ids = (0..<40).map { "n0\(1_440_764 + 1_000 * $0)" }
    let match = try ClassMatch(ids, to: network((0..<40).map { "class \($0)" }))
    #expect(match.places == Array(0..<40) && match.way == .order && match.remark != nil)
  }

  @Test("what is none of the classes is refused, with what to do")
  func strangers() {
    #expect(
      refusal(["cat", "cow"], ["cat", "dog", "pig"]).contains("class cow is none of the network's classes (cat, dog"))
    #expect(refusal(["cat", "cow"], numbers(3)).contains("3 classes without names"))
    #expect(refusal(["0", "7"], ["cat", "dog", "pig"]).contains("class 0 is none"))
  }
}
