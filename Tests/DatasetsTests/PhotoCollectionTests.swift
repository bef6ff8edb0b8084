import Datasets
import Foundation
import Imaging
import NeuralNetworks
import Testing

@Suite("A folder of photographs")
struct PhotoCollectionTests {
  @Test("of each class at most so many pictures are drawn, a fifth of them to choose by")
  func limit() throws {
    let scratch = try Scratch()
    for index in 0..<12 { try scratch.picture("cat/\(index).png", Float(index) / 12) }
    for index in 0..<3 { try scratch.picture("dog/\(index).png", Float(index) / 3) }
    let (training, validation) = try PhotoCollection(scratch.url).split(Preprocessing(side: 4), perClass: 5, seed: 1)
    #expect(training.labels == [0, 0, 0, 0, 1, 1] && validation.labels == [0, 1])
    let others = try PhotoCollection(scratch.url).split(Preprocessing(side: 4), perClass: 5, seed: 2)
    #expect(others.training[0].pixels != training[0].pixels || others.training[1].pixels != training[1].pixels)
  }

  @Test("classes are the sub-folders in the order of their names; hidden files are passed over")
  func order() throws {
    let scratch = try Scratch()
    try scratch.picture("zebu/b.png", 0.2)
    try scratch.picture("zebu/a.jpg", 0.4)
    try scratch.picture("ayam/1.png", 0.6, width: 30, height: 9)
    try scratch.file("ayam/.DS_Store", "hidden")
    try scratch.file(".cache/x.txt", "hidden")
    try scratch.file("README.txt", "beside the classes")
    let folder = try PhotoCollection(scratch.url)
    #expect(folder.classNames.map(\.english) == ["ayam", "zebu"])
    #expect(folder.photos.map { $0.map(\.url.lastPathComponent) } == [["1.png"], ["a.jpg", "b.png"]])
    let set = try folder.testSet(Preprocessing(side: 8))
    #expect(set.labels == [0, 1, 1])
    #expect(zip([0.6, 0.4, 0.2], 0..<3).allSatisfy { abs($0 - set[$1].pixels[50]) < 0.5 / 255 + 1e-6 })
  }

  @Test("a seed parts the pictures, every class on both sides, none on both", arguments: [UInt64(0), 1, 99])
  func split(_ seed: UInt64) throws {
    let scratch = try Scratch()
    for number in 0..<10 { try scratch.picture("a/\(number).png", Float(number) / 51) }
    for number in 0..<5 { try scratch.picture("b/\(number).png", Float(number + 20) / 51) }
    let folder = try PhotoCollection(scratch.url)
    let (training, validation) = try folder.split(Preprocessing(side: 8), validationShare: 0.2, seed: seed)
    #expect(training.labels.filter { $0 == 0 }.count == 8 && training.labels.filter { $0 == 1 }.count == 4)
    #expect(validation.labels.filter { $0 == 0 }.count == 2 && validation.labels.filter { $0 == 1 }.count == 1)
    let greys =
      (0..<training.count).map { training[$0].pixels[0] } + (0..<validation.count).map { validation[$0].pixels[0] }
    #expect(Set(greys).count == 15)
    let again = try folder.split(Preprocessing(side: 8), validationShare: 0.2, seed: seed)
    #expect(again.validation[0] == validation[0])
  }

  @Test("a folder that is parted in two keeps the pictures of the test", arguments: ["test", "val", "validation"])
  func parts(name: String) throws {
    let scratch = try Scratch()
    for (path, grey) in [
      ("train/cat/1.png", 0.1), ("train/cat/2.png", 0.2), ("train/dog/1.png", 0.3), ("train/dog/2.png", 0.4),
      ("\(name)/cat/1.png", 0.5), ("\(name)/dog/2.png", 0.6),
    ] { try scratch.picture(path, Float(grey)) }
    let photos = try PhotoCollection(scratch.url)
    #expect(photos.classNames.map(\.english) == ["cat", "dog"] && photos.photos.map(\.count) == [2, 2])
    let test = try photos.testSet(Preprocessing(side: 8))
    #expect(test.labels == [0, 1] && abs(test[1].pixels[0] - 0.6) < 0.5 / 255 + 1e-6)
    try scratch.picture("\(name)/cow/1.png", 0.7)
    let error = #expect(throws: PhotoCollectionError.self) { try PhotoCollection(scratch.url) }
    #expect(error?.description.contains("\(name)/cow: the folder for learning has no class of that name") == true)
    try FileManager.default.removeItem(at: scratch.url.appending(path: "train"))
    let alone = try PhotoCollection(scratch.url)
    #expect(alone.root.lastPathComponent == name && alone.classNames.map(\.english) == ["cat", "cow", "dog"])
  }

  @Test("what can't be used is refused with one line that names the place")
  func errors() throws {
    let scratch = try Scratch()
    func message(_ path: String) -> String {
      do {
        _ = try PhotoCollection(scratch.url.appendingPathComponent(path)).testSet(Preprocessing(side: 8))
        return "no error"
      } catch {
        return error.description
      }
    }
    try scratch.picture("flat/1.png", 0.5)
    try scratch.picture("empty/cat/1.png", 0.5)
    try scratch.file("empty/dog/.hidden", "")
    try scratch.picture("broken/cat/1.png", 0.5)
    try scratch.file("broken/dog/2.png", "not a picture")
    for (path, words) in [
      ("missing", "missing: not a folder"), ("flat", "flat: has no sub-folders"),
      ("empty", "empty/dog: has no pictures"), ("broken", "broken/dog/2.png"),
    ] {
      #expect(message(path).contains(words))
      #expect(!message(path).contains("\n"))
    }
  }
}
