import Autograd
import Datasets
import Foundation
import Imaging
import NeuralNetworks
import Testing

@Suite("Data sets of cats and dogs as they unpack")
struct PetTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var collection: PhotoCollection {
    get throws { try PhotoCollection(scratch.url) }
  }

  private func message(_ body: () throws -> some Any) -> String {
    do {
      return "no error: \(try body())"
    } catch {
      #expect(!"\(error)".contains("\n"))
      return "\(error)"
    }
  }

  /// Two breeds of cats and one of dogs; one picture is missing, one is none, one is in no list.
  private func oxford() throws {
    for (name, grey) in [
      ("Abyssinian_1", 0.1), ("Abyssinian_2", 0.2), ("Abyssinian_34", 0.3), ("great_pyrenees_9", 0.4),
      ("great_pyrenees_10", 0.5), ("Egyptian_Mau_1", 0.6), ("Egyptian_Mau_2", 0.7), ("beagle_1", 0.8),
    ] {
      try scratch.picture("images/\(name).jpg", Float(grey))
    }
    try scratch.file("images/Abyssinian_100.mat", "MATLAB")
    try scratch.file("images/Egyptian_Mau_139.jpg", "GIF89a")
    let head = "#Image CLASS-ID SPECIES BREED ID\n#ID: 1:37 class ids\n"
    try scratch.file(
      "annotations/trainval.txt",
      head + "Abyssinian_1 1 1 1\nAbyssinian_2 1 1 1\r\ngreat_pyrenees_9 16 2 8\nEgyptian_Mau_139 11 1 6\n"
        + "Egyptian_Mau_1 11 1 6\ngreat_pyrenees_77 16 2 8\n")
    try scratch.file(
      "annotations/test.txt", "Abyssinian_34 1 1 1\ngreat_pyrenees_10 16 2 8\nEgyptian_Mau_2 11 1 6\n")
    try scratch.file("annotations/list.txt", head)
  }

  @Test("breeds stand in the order of their numbers, and the lists say what is kept for a test")
  func breeds() throws {
    try oxford()
    let photos = try collection
    #expect(photos.layout == .pets)
    #expect(photos.classNames.map(\.english) == ["Abyssinian", "Egyptian Mau", "Great Pyrenees"])
    #expect(photos.photos.map(\.count) == [2, 2, 2] && photos.testPhotos?.map(\.count) == [1, 1, 1])
    let (training, validation) = try photos.split(Preprocessing(side: 8), seed: 3)
    #expect(training.labels == [0, 1, 2] && validation.labels == [0])
    #expect(
      Set(training.skipped.map(\.photo.url.lastPathComponent)) == ["Egyptian_Mau_139.jpg", "great_pyrenees_77.jpg"])
    #expect(try photos.testSet(Preprocessing(side: 8)).labels == [0, 1, 2])
  }

  @Test("species are cats and dogs")
  func species() throws {
    try oxford()
    let photos = try #require(try PhotoCollection(path: scratch.url.path + ":species"))
    #expect(photos.classNames.map(\.english) == ["cat", "dog"])
    #expect(photos.photos.map(\.count) == [4, 2] && photos.testPhotos?.map(\.count) == [2, 1])
  }

  @Test("without lists for a test all pictures of the one list are taken")
  func oneList() throws {
    try oxford()
    for name in ["trainval.txt", "test.txt"] {
      try FileManager.default.removeItem(at: scratch.url.appending(path: "annotations/\(name)"))
    }
    #expect(message { try collection }.contains("list.txt: lists no picture"))
    try scratch.file("annotations/list.txt", "Abyssinian_1 1 1 1\nbeagle_1 5 2 1\n")
    let photos = try collection
    #expect(photos.classNames.map(\.english) == ["Abyssinian", "Beagle"] && photos.testPhotos == nil)
  }

  @Test(
    "a line that breaks the format is refused with its words",
    arguments: ["Abyssinian_1 1 1", "Abyssinian_1 x 1 1", "Abyssinian_1 1 3 1", "../a_1 1 1 1", "Abyssinian 1 1 1"])
  func badLine(_ line: String) throws {
    try oxford()
    try scratch.file("annotations/test.txt", "Abyssinian_34 1 1 1\n\(line)\n")
    #expect(message { try collection }.contains("test.txt: the line \(line) is not NAME CLASS-ID SPECIES BREED-ID"))
  }

  @Test(
    "Cats vs Dogs: what is empty or no picture is skipped and named, from above or within",
    arguments: ["", "PetImages"])
  func catsVersusDogs(below: String) throws {
    try scratch.file("readme[1].txt", "read me")
    for index in 0..<5 {
      try scratch.picture("PetImages/Cat/\(index).jpg", Float(index) / 10)
      try scratch.picture("PetImages/Dog/\(index).jpg", Float(index) / 10)
    }
    try scratch.file("PetImages/Cat/666.jpg", "")
    try scratch.file("PetImages/Dog/11702.jpg", "")
    try scratch.file("PetImages/Cat/Thumbs.db", [0xD0, 0xCF, 0x11, 0xE0])
    let photos = try PhotoCollection(scratch.url.appending(path: below))
    #expect(photos.layout == .catsVersusDogs && photos.classNames.map(\.english) == ["cat", "dog"])
    let (training, validation) = try photos.split(Preprocessing(side: 8), seed: 1)
    #expect(training.count == 8 && validation.count == 2)
    #expect(Set(training.skipped.map(\.photo.url.lastPathComponent)) == ["666.jpg", "11702.jpg"])
    #expect(photos.passedOver.leftovers.map(\.lastPathComponent) == ["Thumbs.db"])
    #expect(training.skipped == validation.skipped)
    #expect(try photos.testSet(Preprocessing(side: 8)).count == 10)
  }

  @Test("another picture takes the place of one that is none, whatever the number drawn")
  func replaced() throws {
    for index in 0..<30 {
      for name in ["cat", "dog"] {
        if index % 3 == 0 {
          try scratch.file("\(name)/\(index).png", "")
        } else {
          try scratch.picture("\(name)/\(index).png", Float(index) / 30)
        }
      }
    }
    let photos = try collection
    for limit in [1, 7, 20] {
      let (training, validation) = try photos.split(Preprocessing(side: 8), perClass: limit, seed: 5)
      for label in 0..<2 { #expect((training.labels + validation.labels).count { $0 == label } == limit) }
      let again = try photos.split(Preprocessing(side: 8), perClass: limit, seed: 5)
      #expect(
        again.training.inputs.values == training.inputs.values && again.training.skipped == training.skipped)
    }
    let (training, validation) = try photos.split(Preprocessing(side: 8), perClass: 25, seed: 5)
    #expect(training.count + validation.count == 40 && training.skipped.count == 20)
  }
}
