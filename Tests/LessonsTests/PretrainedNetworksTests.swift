import Experiments
import Foundation
import Imaging
import ModelZoo
import Notebook
import PretrainedNetworksLesson
import Testing

@Suite struct PretrainedNetworksTests {
  @Test("the lesson runs on a picture of the reader's own, its claims hold, and it is whole in both languages")
  func lessonRuns() throws {
    let picture = Image(width: 90, height: 70, channels: 1, filledWith: 0.25)
    let trial = try LessonTrial(CourseLesson.pretrainedNetworks.lesson, picture: picture)
    defer { withExtendedLifetime(trial) {} }
    let result = trial.result

    #expect(
      result.claims.map(\.id) == [
        "selective", "source-rises", "farm-rises", "learnt-not-given", "digits-peak-early", "neighbours-alike",
        "parameter-counts", "six-steps",
      ])
    #expect(result.figures.count == 10)
    let received = try Image(contentsOf: result.folder.appending(path: "pictures/picture.png"))
    #expect((received.width, received.height, received.channels) == (64, 64, 3))
    #expect(received.pixels.allSatisfy { abs($0 - 0.25) < 0.003 })
  }

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
