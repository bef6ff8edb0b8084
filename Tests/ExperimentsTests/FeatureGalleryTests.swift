import Experiments
import Foundation
import Imaging
import ModelZoo
import Notebook
import Testing
import Visualization

@Suite struct FeatureGalleryTests {
  @Test("a gallery draws every stage or one layer, and names the layers where there is none of that name")
  func gallery() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let picture = Image(width: 40, height: 30, filledWith: 0.5)
    let gallery = FeatureGallery(try Catalogue.network("mini-vgg"), picture: picture, language: .id)
    let (figure, layers) = try gallery.draw(layer: nil, into: folder)
    #expect(figure.lastPathComponent == "features.png" && layers.map(\.receptiveField) == [3, 12, 30, 66])
    #expect(try Image.text(of: figure).contains { $0.key == "Description" && $0.value.contains("kanal diam") })
    let one = try gallery.draw(layer: "features.9", into: folder)
    #expect(one.figure.lastPathComponent == "features.9.png" && one.layers.map(\.summary.name) == ["features.9"])
    #expect(throws: NetworkError.self) { try gallery.draw(layer: "classifier", into: folder) }
  }
}
