import Datasets
import Foundation
import Imaging
import NeuralNetworks
import Testing

@Suite("CIFAR as it unpacks")
struct CIFARTests {
  private let scratch: Scratch

  /// Four classes of CIFAR-10 in two training files of three and one records, and a test file of two.
  init() throws {
    scratch = try Scratch()
    try scratch.file("ten/batches.meta.txt", "airplane\nautomobile\nbird\ncat\n\n")
    try scratch.file("ten/data_batch_1.bin", record([3], 10) + record([0], 20) + record([3], 30))
    try scratch.file("ten/data_batch_4.bin", record([2], 40) + record([1], 50))
    try scratch.file("ten/test_batch.bin", record([0], 60) + record([1], 70) + record([2], 80) + record([3], 90))
    try scratch.file("hundred/fine_label_names.txt", "apple\naquarium_fish\nbaby\n")
    try scratch.file("hundred/coarse_label_names.txt", "fish\nfruit_and_vegetables\n")
    try scratch.file(
      "hundred/train.bin", record([1, 0], 1) + record([0, 1], 2) + record([1, 2], 3) + record([1, 2], 4))
  }

  /// A record: labels, then planes of red, green and blue that begin with `first`, `first + 1` and `first + 2`.
  private func record(_ labels: [UInt8], _ first: UInt8) -> [UInt8] {
    labels
      + (0..<3).flatMap { plane in
        (0..<1_024).map { pixel in pixel == 0 ? first + plane : plane == 0 && pixel == 33 ? 200 : 0 }
      }
  }

  private func collection(_ name: String) throws -> PhotoCollection {
    try #require(try PhotoCollection(path: scratch.url.appending(path: name).path))
  }

  private func message(_ body: () throws -> some Any) -> String {
    do {
      return "no error: \(try body())"
    } catch {
      #expect(!"\(error)".contains("\n"))
      return "\(error)"
    }
  }

  @Test("the planes of a record become a picture, and its label the name at that place")
  func ten() throws {
    let photos = try collection("ten")
    #expect(photos.layout == .cifar10 && photos.classNames.map(\.english) == ["airplane", "automobile", "bird", "cat"])
    #expect(photos.photos.map(\.count) == [1, 1, 1, 2])
    #expect(photos.photos[3][1].description.hasSuffix("data_batch_1.bin, record 3"))
    let test = try photos.testSet(Preprocessing(side: 32))
    #expect(test.labels == [0, 1, 2, 3] && test.skipped.isEmpty)
    #expect(test[2].pixels[0..<3].map { Int((255 * $0).rounded()) } == [80, 81, 82])
    #expect(test[2][x: 1, y: 1, channel: 0] == Float(200) / 255 && test[2][x: 1, y: 1, channel: 1] == 0)
  }

  @Test("pictures that are kept for a test are not learnt from")
  func parts() throws {
    let photos = try collection("ten").restricted(to: ["cat", "bird"])
    #expect(photos.classNames.map(\.english) == ["cat", "bird"] && photos.testPhotos?.map(\.count) == [1, 1])
    let (training, validation) = try photos.split(Preprocessing(side: 32), seed: 1)
    #expect(training.labels == [0, 1] && validation.labels == [0])
    let reds = (training.labels.indices.map { training[$0] } + [validation[0]]).map {
      Int((255 * $0.pixels[0]).rounded())
    }
    #expect(Set(reds) == [10, 30, 40])
    #expect(try photos.testSet(Preprocessing(side: 32))[0].pixels[0] == Float(90) / 255)
    #expect(
      message { try collection("ten").restricted(to: ["cow"]) }.contains("no class cow; there are airplane, automobile")
    )
    #expect(message { try collection("ten").restricted(to: ["cat", "cat"]) }.contains("cat is named twice"))
  }

  @Test("CIFAR-100 has fine labels, or coarse ones where they are asked for")
  func hundred() throws {
    let fine = try collection("hundred")
    #expect(fine.layout == .cifar100 && fine.classNames.map(\.english) == ["apple", "aquarium_fish", "baby"])
    #expect(fine.photos.map(\.count) == [1, 1, 2] && fine.testPhotos == nil)
    let coarse = try collection("hundred:coarse")
    #expect(coarse.classNames.map(\.english) == ["fish", "fruit_and_vegetables"])
    #expect(coarse.photos.map(\.count) == [1, 3])
    #expect(
      message { try collection("hundred:species") }.contains("no labels called species: it may be fine or coarse"))
    #expect(message { try collection("ten:coarse") }.contains("no labels called coarse: leave it out"))
  }

  @Test("the folder may be above the data set, or have a colon in its name")
  func places() throws {
    let files = FileManager.default
    try files.createDirectory(at: scratch.url.appending(path: "above"), withIntermediateDirectories: true)
    try files.moveItem(
      at: scratch.url.appending(path: "ten"), to: scratch.url.appending(path: "above/cifar-10-batches-bin"))
    #expect(try collection("above").layout == .cifar10)
    try files.moveItem(at: scratch.url.appending(path: "hundred"), to: scratch.url.appending(path: "a:coarse"))
    #expect(try collection("a:coarse").classNames.count == 3)
    #expect(try collection("a:coarse:coarse").classNames.count == 2)
    #expect(try PhotoCollection(path: scratch.url.appending(path: "none:coarse").path) == nil)
  }

  @Test("files that break the format are refused with one line that names the file and the rule")
  func broken() throws {
    try scratch.file("short/batches.meta.txt", "a\nb\n")
    try scratch.file("short/data_batch_2.bin", record([1], 1).dropLast())
    #expect(
      message { try collection("short") }.contains("data_batch_2.bin: 3072 bytes, which is no whole number of rec"))
    try scratch.file("short/data_batch_2.bin", [UInt8]())
    #expect(message { try collection("short") }.contains("data_batch_2.bin: 0 bytes"))
    try scratch.file("short/data_batch_2.bin", record([1], 1) + record([2], 1))
    #expect(message { try collection("short") }.contains("data_batch_2.bin: record 2 has the label 2"))
    try scratch.file("nameless/train.bin", record([0, 0], 1))
    #expect(message { try collection("nameless") }.contains("fine_label_names.txt: the file is missing"))
    try scratch.file("nameless/fine_label_names.txt", " \n")
    #expect(message { try collection("nameless") }.contains("fine_label_names.txt: names no class"))
    try scratch.file("pickles/batches.meta", "x")
    #expect(message { try collection("pickles") }.contains("the Python version"))
    try scratch.file("onlytest/batches.meta.txt", "a\nb\n")
    try scratch.file("onlytest/test_batch.bin", record([0], 1) + record([1], 1))
    let test = try collection("onlytest")
    #expect(try test.testSet(Preprocessing(side: 32)).count == 2)
    #expect(
      message { try test.split(Preprocessing(side: 32), seed: 1) }.contains("no picture of the class a to learn from"))
  }
}

extension Scratch {
  func file(_ path: String, _ bytes: ArraySlice<UInt8>) throws { try file(path, Array(bytes)) }
}
