import Datasets
import Foundation
import Imaging
import NeuralNetworks
import Testing

@Suite("How people's folders lie")
struct FolderLayoutTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func pictures(_ paths: String...) throws {
    for path in paths { try scratch.picture(path, 0.5, width: 2, height: 2) }
  }

  private func collection(_ path: String = "") throws -> PhotoCollection {
    try PhotoCollection(path.isEmpty ? scratch.url : scratch.url.appending(path: path))
  }

  private func names(_ photos: [[Photo]]?) -> [[String]]? {
    photos.map { $0.map { $0.map { $0.url.path.replacing(scratch.url.path + "/", with: "") } } }
  }

  private func message(_ path: String) -> String {
    do {
      return "no error: \(try collection(path).classNames.map(\.english))"
    } catch {
      return "\(error)"
    }
  }

  /// The order is that of torchvision 0.28's `ImageFolder` on the same files.
  @Test("pictures in folders below a class's folder are taken, in the order of torchvision's ImageFolder")
  func below() throws {
    try pictures(
      "cat/z.png", "cat/b/1.png", "cat/b/c/2.png", "cat/b-a/3.png", "cat/a.png", "cat/Z.png", "dog/x/9.png",
      "dog/x/10.png", "dog/é/1.png")
    #expect(
      names(try collection().photos) == [
        ["cat/Z.png", "cat/a.png", "cat/z.png", "cat/b/1.png", "cat/b-a/3.png", "cat/b/c/2.png"],
        ["dog/x/10.png", "dog/x/9.png", "dog/é/1.png"],
      ])
  }

  @Test("links are followed, but not into a circle; what leads nowhere is counted", .timeLimit(.minutes(1)))
  func links() throws {
    try pictures("a/1.png", "elsewhere/2.png", "b/3.png")
    func link(_ path: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.url.appending(path: path).path,
        withDestinationPath: scratch.url.appending(path: target).path)
    }
    try link("a/again", to: "a")
    try link("a/more", to: "elsewhere")
    try link("a/lost.png", to: "none.png")
    try link("b/up", to: "")
    let photos = try collection().restricted(to: ["a", "b"])
    #expect(names(photos.photos)?[0] == ["a/1.png", "a/more/2.png"])
    #expect(photos.passedOver.links.map(\.lastPathComponent).contains("again"))
    #expect(photos.passedOver.links.map(\.lastPathComponent).contains("lost.png"))
    #expect(photos.photos[1].count == 3, "the folder above, each picture once")
  }

  @Test("what is no ordinary file is never opened, and is counted", .timeLimit(.minutes(1)))
  func irregular() throws {
    try pictures("cat/1.png", "dog/1.png")
    #expect(mkfifo(scratch.url.appending(path: "cat/pipe.png").path, 0o600) == 0)
    #expect(mkfifo(scratch.url.appending(path: "data_batch_1.bin").path, 0o600) == 0)
    let photos = try collection()
    #expect(photos.layout == .folders && photos.photos.map(\.count) == [1, 1])
    #expect(photos.passedOver.irregular.map(\.lastPathComponent).sorted() == ["data_batch_1.bin", "pipe.png"])
    #expect(try photos.testSet(Preprocessing(side: 2)).skipped.isEmpty)
  }

  @Test(
    "hidden files, what systems leave behind, and pictures without a class are counted and are none of the pictures")
  func leftovers() throws {
    try pictures("cat/1.png", "dog/1.png", "loose.jpg")
    for name in [
      "cat/.DS_Store", "cat/._1.png", "cat/Thumbs.db", "dog/desktop.ini", "dog/@eaDir/1.png", "__MACOSX/cat/._1.png",
      ".ipynb_checkpoints/1.png", "README.txt",
    ] { try scratch.file(name, "x") }
    let photos = try collection()
    #expect(photos.classNames.map(\.english) == ["cat", "dog"] && photos.photos.map(\.count) == [1, 1])
    #expect(photos.passedOver.leftovers.count == 7)
    #expect(photos.passedOver.unlabelled.map(\.lastPathComponent) == ["loose.jpg"])
  }

  @Test("classes that are called by numbers stand in the order of the numbers; others in that of their code points")
  func numbers() throws {
    for number in 0..<12 { try pictures("numbers/\(number)/1.png", "padded/\(number < 10 ? "0" : "")\(number)/1.png") }
    try pictures("mixed/10/1.png", "mixed/2/1.png", "mixed/a/1.png", "mixed/B/1.png")
    #expect(try collection("numbers").classNames.map(\.english) == (0..<12).map { "\($0)" })
    #expect(try collection("padded").classNames.map(\.english).last == "11")
    #expect(try collection("mixed").classNames.map(\.english) == ["10", "2", "B", "a"])
  }

  @Test(
    "parts are known by their names, and the pictures to choose by are not those to score by",
    arguments: [
      ("train", nil, "valid"), ("Train", nil, "VAL"), ("training", nil, "testing"), ("train", "val", "test"),
      ("TRAIN", "Valid", "Test"), ("training_set", nil, "test_set"), ("train2017", nil, "val2017"),
    ] as [(String, String?, String)])
  func parts(training: String, validation: String?, test: String) throws {
    for (part, count) in [(training, 3), (validation ?? "", 2), (test, 1)] where !part.isEmpty {
      for number in 0..<count { try pictures("\(part)/cat/\(number).png", "\(part)/dog/\(number).png") }
    }
    let photos = try collection()
    #expect(photos.classNames.map(\.english) == ["cat", "dog"] && photos.photos.map(\.count) == [3, 3])
    #expect(photos.testPhotos?.map(\.count) == [1, 1])
    #expect(photos.validationPhotos?.map(\.count) == (validation == nil ? nil : [2, 2]))
    let split = try photos.split(Preprocessing(side: 2), seed: 1)
    #expect((split.training.count, split.validation.count) == (validation == nil ? (4, 2) : (6, 4)))
    #expect(split.validation.labels == (validation == nil ? [0, 1] : [0, 0, 1, 1]))
    let few = try photos.split(Preprocessing(side: 2), perClass: 2, seed: 1)
    #expect(few.training.labels == [0, 1] && few.validation.labels == [0, 1])
  }

  @Test("a test without classes beside train and val is used for nothing and named, and val is scored")
  func unlabelledTest() throws {
    try pictures("train/cat/1.png", "train/dog/1.png", "val/cat/2.png", "val/dog/2.png", "test/3.png", "test/4.png")
    let photos = try collection()
    #expect(names(photos.testPhotos) == [["val/cat/2.png"], ["val/dog/2.png"]] && photos.validationPhotos == nil)
    #expect(photos.passedOver.folders.map(\.lastPathComponent) == ["test"])
    try FileManager.default.removeItem(at: scratch.url.appending(path: "val"))
    let alone = try collection()
    #expect(alone.classNames.map(\.english) == ["cat", "dog"] && alone.testPhotos == nil)
    #expect(alone.passedOver.folders.map(\.lastPathComponent) == ["test"])
  }

  @Test("what an unpacker puts around everything is gone through", arguments: ["archive", "a/b", "photos/photos"])
  func around(folder: String) throws {
    try pictures("\(folder)/cat/1.png", "\(folder)/dog/1.png", "__MACOSX/\(folder)/1.png")
    let photos = try collection()
    #expect(photos.classNames.map(\.english) == ["cat", "dog"] && photos.root.path.hasSuffix(folder))
    try pictures("outer/\(folder)/train/cat/1.png", "outer/\(folder)/valid/cat/1.png")
    let parted = try collection("outer")
    #expect(parted.classNames.map(\.english) == ["cat"] && parted.testPhotos?.map(\.count) == [1])
  }

  @Test(
    "parts inside of each class's folder part the pictures",
    arguments: [("test", nil), ("Valid", nil), ("testing", "val")] as [(String, String?)])
  func partsInClasses(test: String, validation: String?) throws {
    for name in ["cat", "dog"] {
      try pictures("\(name)/train/b/1.png", "\(name)/train/2.png", "\(name)/\(test)/3.png")
      if let validation { try pictures("\(name)/\(validation)/4.png") }
    }
    let photos = try collection()
    #expect(photos.classNames.map(\.english) == ["cat", "dog"] && photos.inside == .parted)
    #expect(
      names(photos.photos) == [["cat/train/2.png", "cat/train/b/1.png"], ["dog/train/2.png", "dog/train/b/1.png"]])
    #expect(names(photos.testPhotos) == [["cat/\(test)/3.png"], ["dog/\(test)/3.png"]])
    #expect(names(photos.validationPhotos) == validation.map { [["cat/\($0)/4.png"], ["dog/\($0)/4.png"]] })
    #expect(try photos.restricted(to: ["dog"]).inside == .parted)
    #expect(try photos.testSet(Preprocessing(side: 2)).count == 2)
  }

  @Test(
    "where not every class has the same parts, all pictures of a class are taken together, and which have parts is known"
  )
  func unlikePartsInClasses() throws {
    try pictures("cat/train/1.png", "cat/test/2.png", "dog/3.png", "cow/train/4.png", "cow/val/5.png")
    let photos = try collection()
    #expect(photos.photos.map(\.count) == [2, 2, 1] && photos.testPhotos == nil)
    #expect(photos.inside == .together(["cat", "cow"]))
    // A picture beside the parts, a folder that is none, one part alone, none to learn from: no parts.
    try pictures("a/x/train/1.png", "a/x/test/2.png", "a/x/3.png", "a/y/train/1.png", "a/y/more/2.png")
    try pictures("a/z/train/1.png", "a/w/test/1.png", "a/w/val/2.png")
    #expect(try collection("a").inside == .none && collection("a").photos.map(\.count) == [2, 3, 2, 1])
    try pictures("around/train/cat/train/1.png", "around/train/cat/test/2.png", "around/test/cat/3.png")
    try pictures("around/train/dog/4.png", "around/test/dog/5.png")
    let parted = try collection("around")
    #expect(parted.inside == .together(["cat"]) && parted.testPhotos?.map(\.count) == [1, 1])
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "empty/cat/train"), withIntermediateDirectories: true)
    try pictures("empty/cat/test/1.png", "empty/dog/train/1.png", "empty/dog/test/1.png")
    #expect(message("empty").contains("empty/cat/train: has no pictures"))
  }

  @Test("classes that are called like parts are classes where others are there")
  func likeParts() throws {
    try pictures("train/1.png", "bus/1.png", "test/1.png")
    #expect(try collection().classNames.map(\.english) == ["bus", "test", "train"])
  }

  @Test("the folder that is at fault is named")
  func faults() throws {
    try pictures("flat/train/1.png", "flat/test/1.png", "none/val/cat/1.png", "none/test/cat/1.png")
    try pictures("test/train/cat/1.png", "test/train/dog/1.png", "test/test/cat/1.png")
    try pictures("strange/train/cat/1.png", "strange/valid/cat/1.png", "strange/valid/cow/1.png")
    try scratch.file("test/test/dog/.keep", "")
    for (path, words) in [
      ("flat", "flat/train: has no sub-folders"), ("none", "none: has test and val, but no train"),
      ("test", "test/test/dog: has no pictures"),
      ("strange", "strange/valid/cow: the folder for learning has no class of that name"),
    ] { #expect(message(path).contains(words), "\(message(path))") }
  }
}
