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

  @Test("a damaged list beside folders that are called by ids is named, and one beside others is not looked at")
  func damagedList() throws {
    for (damage, words) in [
      (#"{"0": ["n01440764", "tench"], "1":"#, "no list of names"),
      (#"{"1": ["n01440764", "tench"]}"#, "none for index 0"),
      ("", "no list of names"),
    ] {
      let folder = try classFolders("n01443537", "n01440764")
      let others = try classFolders("cat", "dog")
      defer { for folder in [folder, others] { try? FileManager.default.removeItem(at: folder) } }
      for folder in [folder, others] {
        try Data(damage.utf8).write(to: folder.appending(path: "imagenet_class_index.json"))
      }
      let network = network(["tench", "goldfish"])
      let source = try DataSource(named: folder.path)
      for match in [
        { try ClassMatch(PhotoCollection(folder), to: network) }, { try ClassMatch.byName(source, network) },
      ] {
        let error = #expect(throws: NetworkError.self) { _ = try match() }
        let line = error?.description ?? ""
        #expect(
          line.contains("imagenet_class_index.json: ") && line.contains(words) && line.contains("mend or remove it"))
        #expect(!line.contains("\n"))
      }
      #expect(try ClassMatch(PhotoCollection(others), to: self.network(["dog", "cat"])).places == [1, 0])
    }
  }

  @Test(
    "a lesson's material with a name that two of the network's classes have is refused, unless the network was made for others"
  )
  func ambiguousMaterial() throws {
    let (cranes, strangers) = (try classFolders("crane", "dog"), try classFolders("crane", "tractor"))
    defer { for folder in [cranes, strangers] { try? FileManager.default.removeItem(at: folder) } }
    let network = network(["crane", "dog", "crane", "cat"])
    nonisolated(unsafe) let opened = network
    func material(_ folder: URL) throws -> LessonMaterial {
      try LessonMaterial(OwnMaterial(data: folder.path, networkName: "n") { opened })
    }
    let error = #expect(throws: NetworkError.self) { try material(cranes) }
    #expect(error?.description.contains("2 of the network's classes are called crane: number 0 and 2") == true)
    #expect(try material(strangers).places == nil)
    try FileManager.default.moveItem(at: cranes.appending(path: "crane"), to: cranes.appending(path: "2"))
    #expect(try material(cranes).places == [2, 1])
  }

  /// A folder with a sub-folder of ten small pictures for each class.
  private func classFolders(_ names: String...) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    for name in names {
      let place = folder.appending(path: name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for number in 0..<10 {
        try Image(width: 4, height: 4, filledWith: 0.5).writePNG(to: place.appending(path: "\(number).png"))
      }
    }
    return folder
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
