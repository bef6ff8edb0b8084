import Autograd
import Datasets
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Testing
import TransferLearning

@testable import Experiments

@Suite struct LessonMaterialTests {
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

  @Test("parts inside of each class's folder are scored and said; where only some classes have them that is said, too")
  func partsInside() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func picture(_ path: String, _ value: Float) throws {
      let place = folder.appending(path: path)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Image(width: 4, height: 4, filledWith: value).writePNG(to: place)
    }
    for (name, number) in ["cat", "dog"].flatMap({ name in (0..<6).map { (name, $0) } }) {
      try picture("\(name)/train/\(number).png", 0.25)
      try picture("\(name)/test/\(number).png", 0.75)
    }
    let source = try DataSource(named: folder.path)
    let pictures = try source.trainingAndTest(Preprocessing(side: 4), perClass: 6)
    #expect(Set(pictures.training.inputs.values.map { $0 < 0.5 }) == [true])
    #expect(Set(pictures.test.inputs.values.map { $0 < 0.5 }) == [false])
    #expect(source.remarks.map(\.en).contains { $0.contains("the pictures are parted by them") })
    #expect(source.remarks.map(\.id).contains { $0.contains("dibagi menurut bagian itu") })
    try picture("cow/1.png", 0.5)
    let mixed = try DataSource(named: folder.path).remarks
    #expect(mixed.contains { $0.en.contains("train and test in cat, dog were taken together") }, "\(mixed)")
    #expect(mixed.contains { $0.id.contains("cat, dog") })
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
    let plans = [100, 20, 5]
    #expect(small.first(of: plans) { 1_000 * $0 } == 100)
    #expect(dear.first(of: plans) { 1_000 * $0 } == 5)
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
