import Datasets
import Experiments
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Testing

@Suite struct ShippedNetworkTests {
  @Test("a shipped network knows held-out pictures of all its classes", arguments: Catalogue.names)
  func accuracy(name: String) throws {
    let network = try Catalogue.network(name)
    #expect(network.classes == ClassificationTask.menagerie.classNames.map(\.english))
    #expect(network.accuracy(on: Menagerie().validationSet(count: 640, size: network.inputSize)) >= 0.98)
  }

  @Test("a shipped network says how it was made, and its recipe is there", arguments: Catalogue.names)
  func provenance(name: String) throws {
    let network = try Catalogue.network(name)
    #expect(PretrainingRecipe.named(name) != nil)
    #expect(network.provenance["made_with"] == "alih pretrain \(name)")
    #expect(network.provenance["test_accuracy"] != nil)
    let size = try Catalogue.file(name).resourceValues(forKeys: [.fileSizeKey]).fileSize
    #expect(try #require(size) <= 2_000_000)
  }

  @Test("mini-vgg ships")
  func ships() {
    #expect(Catalogue.names.contains("mini-vgg"))
    #expect(throws: NetworkError.self) { try Catalogue.network("maxi-vgg") }
  }

  @Test("a folder of pictures is scored by the names of its sub-folders, and a strange name is refused")
  func photos() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let world = Menagerie()
    for (label, name) in [(7, "zebra"), (0, "cat")] {
      try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
      for index in 0..<5 {
        try world.testScene(index * 16 + label).picture(size: 96)
          .writePNG(to: folder.appending(path: "\(name)/\(index).png"))
      }
    }
    let network = try Catalogue.network("mini-vgg")
    let score = try network.score(on: PhotoCollection(folder))
    #expect(score.count == 10 && score.accuracy >= 0.9)
    try FileManager.default.moveItem(at: folder.appending(path: "cat"), to: folder.appending(path: "unicorn"))
    let error = try #require(throws: NetworkError.self) { try network.score(on: PhotoCollection(folder)) }
    #expect(error.description.contains("unicorn"))
  }

  @Test("pictures of a task are written into a folder that can be read again, and never over others")
  func pictureFolder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let world = Menagerie(.farm, style: .grayscale)
    try world.write(to: folder, count: 9, size: 24)
    let photos = try PhotoCollection(folder)
    #expect(photos.classNames.map(\.english) == ["cow", "pig", "sheep"])
    #expect(photos.photos.map(\.count) == [3, 3, 3])
    let first = try Image(contentsOf: folder.appending(path: "cow/00000.png"))
    #expect(first == world.testExample(0).scene.picture(size: 24, style: .grayscale))
    #expect(throws: PictureFolderError.self) { try world.write(to: folder, count: 1, size: 24) }
  }

  @Test("the contact sheet has every class, and the same seed draws the same sheet")
  func contactSheet() {
    func draw(_ seed: UInt64) -> Image {
      ContactSheet(of: Menagerie(seed: seed), count: 1, size: 32, language: .id).image()
    }
    let sheet = draw(4)
    #expect(sheet == draw(4))
    #expect(sheet != draw(5))
    #expect(sheet.height > 2 * 32 && sheet.width > 8 * 32)
  }
}
