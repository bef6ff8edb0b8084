import Autograd
import Datasets
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Testing
import TransferLearning

@testable import Lessons

@Suite struct OwnMaterialTests {
  private static let ids = [
    "pretrained-networks", "feature-extraction", "fine-tuning", "ideal-image", "adversarial-cat",
  ]

  @Test("five lessons take material of the reader's own, and the others say that they do not")
  func lessonsThatTakeMaterial() {
    #expect(Lesson.idsWithOwnMaterial == Self.ids)
    #expect(Lesson.domains.on(OwnMaterial(data: "farm")) == nil)
  }

  @Test(
    "a lesson runs on a folder of pictures that its network has no names for, and is whole in both languages",
    arguments: ids)
  func runsOnFolder(id: String) throws {
    let folder = try PaintedFolder(.farm, count: 36)
    let lesson = try #require(allLessons.first { $0.id == id })
    let material = OwnMaterial(data: folder.path, networkName: "mini-vgg-32", seconds: 1) {
      try Catalogue.network("mini-vgg-32")
    }
    let trial = try LessonTrial(try #require(lesson.on(material)))
    let result = trial.result

    #expect(result.folder.lastPathComponent == lesson.folderName + "-own")
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
    let attack = try LessonTrial(try #require(Lesson.adversarialCat.on(material))).result
    #expect(attack.measurements["choice.own"]?.text(in: .en) == "zebra")
    #expect(attack.measurements["choice.target"]?.text(in: .id) == "mobil")
    let bound = try #require(attack.claims.first { $0.id == "bound" })
    #expect(bound.holds && bound.mean > 0)

    let ideal = try LessonTrial(try #require(Lesson.idealImage.on(material))).result
    #expect(ideal.measurements["material.subjects"]?.text(in: .en).hasPrefix("zebra") == true)
  }

  @Test("what no lesson can be run on is refused in one line before anything is written", arguments: ids)
  func refusals(id: String) throws {
    let lesson = try #require(allLessons.first { $0.id == id })
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
    let version = try #require(Lesson.fineTuning.on(material))
    let error = #expect(throws: NotebookError.self) { try version.run(on: .silent, options: RunOptions(pauses: false)) }
    #expect(error?.description.contains("squeezenet: its head is not a linear layer") == true)
  }

  @Test("layers below a head give one row of features, also where they end in maps")
  func rowsOfFeatures() throws {
    var random = RandomSource(seed: 1)
    let picture = Tensor(shape: [2, 64, 64, 3], filledWith: 0.25)
    for (architecture, width) in [(Architecture.squeezenet, 512), (.miniVGG, 128)] {
      let network = Network(architecture, classes: ["a", "b"], inputSize: 64, random: &random)
      #expect(network.frozenBelowHead(picture).shape == [2, width], "\(architecture.name)")
    }
  }

  @Test("test pictures that lie apart are scored, and none of them is learnt from")
  func testFolder() throws {
    let folder = try PaintedFolder(.farm, count: 36)
    let other = try PaintedFolder(.farm, count: 24, style: .night)
    let both = folder.url.deletingLastPathComponent().appending(path: "parted-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: both) }
    try FileManager.default.createDirectory(at: both, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: folder.url, to: both.appending(path: "train"))
    try FileManager.default.copyItem(at: other.url, to: both.appending(path: "test"))

    let pictures = try DataSource(named: both.path).trainingAndTest(Preprocessing(side: 16), perClass: 12)
    #expect(pictures.training.count == 36 && pictures.test.count == 24)
    let day = try DataSource(named: folder.path).trainingAndTest(Preprocessing(side: 16), perClass: 12)
    #expect(day.training.count == 24 && day.test.count == 12)
    func brightness<Role>(_ set: PictureSet<Role>) -> Float { set.inputs.mean().item }
    #expect(brightness(pictures.test) < 0.8 * brightness(pictures.training))
  }

  @Test("a seed draws the same pictures each time, and more of them keep the first")
  func fewPictures() throws {
    let pictures = try DataSource(named: "farm").trainingAndTest(Preprocessing(side: 16), perClass: 12)
    let (two, five) = (pictures.few(2, seed: 3), pictures.few(5, seed: 3))
    #expect(two.count == 6 && five.perClass(2).inputs.values == two.inputs.values)
    #expect(pictures.few(2, seed: 4).inputs.values != two.inputs.values)
    let sizes = DataSplit<Scoring>.sizes(upTo:)
    #expect(sizes(100) == [5, 20, 100] && sizes(30) == [5, 30] && sizes(8) == [2, 8] && sizes(4) == [1, 4])
  }

  @Test("a network whose classes have no names takes those of as many classes of the data")
  func unnamedClasses() throws {
    var random = RandomSource(seed: 1)
    func bench(_ count: Int, _ random: inout RandomSource) throws -> LessonMaterial {
      let network = Network(.miniVGG, classes: (0..<count).map { "\($0)" }, inputSize: 32, random: &random)
      nonisolated(unsafe) let opened = network
      return try LessonMaterial(OwnMaterial(data: "farm", classes: ["pig", "cow"], networkName: "n") { opened })
    }
    let three = try bench(3, &random)
    #expect(three.network.classes == Menagerie(.farm).task.classNames.map(\.english))
    #expect(three.places?.map { three.network.classes[$0] } == ["pig", "cow"])
    let two = try bench(2, &random)
    #expect(two.network.classes == ["0", "1"] && two.places == nil)
  }

  @Test("a dear network gets fewer passes, and the choice that they allow")
  func budget() throws {
    var random = RandomSource(seed: 1)
    let small = Budget(Network(.resnet20, classes: ["0", "1"], random: &random), seconds: nil)
    let dear = Budget(Network(.resnet18, classes: ["0", "1"], random: &random), seconds: nil)
    #expect(small.seconds < dear.seconds && small.passes > 10 * dear.passes)
    #expect(small.first(of: TuningPlan.all) { $0.passes(classes: 2) }.perClass == 100)
    #expect(dear.first(of: TuningPlan.all) { $0.passes(classes: 2) }.perClass <= 10)
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
