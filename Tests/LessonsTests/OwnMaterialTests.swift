import Autograd
import Datasets
import Experiments
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Testing
import TransferLearning

@testable import Lessons

@Suite struct OwnMaterialTests {
  /// The lessons that have a second text, for what a reader brings.
  private static let ids = allLessons.filter(\.takesOwnMaterial).map(\.id)

  private func lesson(_ id: String) throws -> CourseLesson { try #require(allLessons.first { $0.id == id }) }

  @Test("a lesson takes material of the reader's own where it has a text for it, and not where it has none")
  func lessonsThatTakeMaterial() throws {
    #expect(Self.ids.contains("fine-tuning") && !Self.ids.contains("domains"))
    #expect(try lesson("domains").on(OwnMaterial(data: "farm")) == nil)
  }

  @Test(
    "a lesson runs on a folder of pictures that its network has no names for, and is whole in both languages",
    arguments: ids)
  func runsOnFolder(id: String) throws {
    let folder = try PaintedFolder(.farm, count: 36)
    let lesson = try lesson(id)
    let material = OwnMaterial(data: folder.path, networkName: "mini-vgg-32", seconds: 1) {
      try Catalogue.network("mini-vgg-32")
    }
    let trial = try LessonTrial(try #require(lesson.on(material)))
    let result = trial.result

    #expect(result.folder.lastPathComponent == lesson.lesson.folderName + "-own")
    #expect(result.claims.count >= 3 && result.figures.count >= 4)
    #expect(result.measurements["material.test"]?.text(in: .en) == "12")
    #expect(result.measurements["material.names"]?.text(in: .en) == "cow, pig, sheep")
    #expect(result.measurements["material.match"]?.text(in: .id).contains("kelas-kelas lain") == true)
  }

  @Test("an attack goes from the first of two named classes to the second, an ideal picture is drawn of both")
  func namedClasses() throws {
    let material = OwnMaterial(data: "menagerie", classes: ["zebra", "car"], networkName: "mini-vgg-32", seconds: 1) {
      try Catalogue.network("mini-vgg-32")
    }
    let attack = try LessonTrial(try #require(lesson("adversarial-cat").on(material))).result
    #expect(attack.measurements["choice.own"]?.text(in: .en) == "zebra")
    #expect(attack.measurements["choice.target"]?.text(in: .id) == "mobil")
    let bound = try #require(attack.claims.first { $0.id == "bound" })
    #expect(bound.verdict == .holds && bound.mean > 0)

    let ideal = try LessonTrial(try #require(lesson("ideal-image").on(material))).result
    #expect(ideal.measurements["material.subjects"]?.text(in: .en).hasPrefix("zebra") == true)
  }

  @Test("what no lesson can be run on is refused in one line before anything is written", arguments: ids)
  func refusals(id: String) throws {
    let lesson = try lesson(id)
    let folder = try PaintedFolder(.farm, count: 36)
    func refusal(_ data: String, classes: [String] = []) throws -> String {
      let version = try #require(lesson.on(OwnMaterial(data: data, classes: classes)))
      let output = folder.url.deletingLastPathComponent().appending(path: "none-\(UUID().uuidString)")
      let error = #expect(throws: (any Error).self) {
        try version.run(on: .silent, options: RunOptions(output: output, pauses: false))
      }
      #expect(!FileManager.default.fileExists(atPath: output.path))
      return error.map { "\($0)" } ?? ""
    }
    #expect(try refusal("/none").contains("/none is neither a folder nor a task"))
    #expect(try refusal(folder.path, classes: ["cow"]).contains("one class only, cow"))
    #expect(try refusal(folder.path, classes: ["cow", "cat"]).contains("no class cat; there are cow, pig, sheep"))
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/pig").sorted().dropFirst() {
      try FileManager.default.removeItem(atPath: folder.path + "/pig/" + file)
    }
    #expect(try refusal(folder.path).contains("too few pictures of pig, 1; a class needs 6 or more"))
  }

  @Test("a network whose head is no linear layer is refused where a head is fitted")
  func headIsRequired() throws {
    let material = OwnMaterial(data: "farm", networkName: "squeezenet") {
      var random = RandomSource(seed: 1)
      return Network(.squeezenet, classes: ["a", "b"], random: &random)
    }
    #expect(try material.open?().linearHead == nil)
    let version = try #require(lesson("fine-tuning").on(material))
    let error = #expect(throws: NotebookError.self) { try version.run(on: .silent, options: RunOptions(pauses: false)) }
    #expect(error?.description.contains("squeezenet: its head is not a linear layer") == true)
  }
}

/// A folder of painted pictures of 32×32 pixels, one sub-folder for each class, gone when the test is over.
private final class PaintedFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
  var path: String { url.path }

  init(_ task: ClassificationTask, count: Int, style: Style = .photo) throws {
    try Menagerie(task, style: style).write(to: url, count: count, size: 32)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
