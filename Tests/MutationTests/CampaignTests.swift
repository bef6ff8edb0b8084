import Autograd
import Foundation
import Testing

/// Mutated files of every kind that is read, given to the built command.
///
/// `swift test` tries some of each; `Tests/MutationTests/campaign` tries ten thousand.
@Suite("A campaign of mutated files through the built command", .serialized)
final class CampaignTests {
  private let material: CampaignMaterial
  private let count = ProcessInfo.processInfo.environment["ALIH_MUTATIONS"].flatMap(Int.init) ?? 25

  init() throws { material = try CampaignMaterial() }
  deinit { material.remove() }

  /// Mutates a file again and again, writes it into its place and runs the command; every run must end as it should.
  private func attack(
    _ place: String, of files: [[UInt8]], seed: UInt64, before: () throws -> Void = {}, _ arguments: [String]
  ) throws {
    var random = RandomSource(seed: seed)
    let file = material.folder.appending(path: place)
    var noticed = 0
    for index in 0..<count {
      let bytes = Mutation.mutated(files[index % files.count], using: &random)
      try before()
      try Data(bytes).write(to: file)
      let run = try BuiltCommand(arguments, in: material.folder)
      if run.outcome != .ended(status: 0) || !run.error.isEmpty { noticed += 1 }
      if !run.isOrderly { try report(run, index, place, bytes) }
    }
    #expect(noticed > 0, "no mutation of \(place) was noticed")
  }

  /// Says what went wrong, and keeps the file where ALIH_CAMPAIGN_FINDS names a folder.
  private func report(_ run: BuiltCommand, _ index: Int, _ place: String, _ bytes: [UInt8]) throws {
    let name = "\(place.replacing("/", with: "-"))-\(index)"
    if let finds = ProcessInfo.processInfo.environment["ALIH_CAMPAIGN_FINDS"] {
      try Data(bytes).write(to: URL(filePath: finds).appending(path: name))
    }
    Issue.record("\(name): \(run.outcome), \(run.error.prefix(300))")
  }

  @Test("pictures", arguments: ["jpg", "png"])
  func pictures(kind: String) throws {
    let files = kind == "jpg" ? SmallFiles.jpegs : SmallFiles.pngs
    try attack("picture.\(kind)", of: files, seed: 1, ["predict", material.path("picture.\(kind)")])
  }

  @Test("networks")
  func networks() throws {
    let whole = try material.bytes("network.safetensors")
    try attack(
      "mutated.safetensors", of: [whole], seed: 2,
      ["predict", material.path("whole.png"), "--network", material.path("mutated.safetensors")])
  }

  @Test("settings of timm beside a network")
  func timm() throws {
    try attack(
      "timm/config.json", of: [SmallFiles.timm], seed: 3,
      ["predict", material.path("whole.png"), "--network", material.path("timm/model.safetensors")])
  }

  @Test("CIFAR's records, and the names of its classes", arguments: ["data_batch_1.bin", "batches.meta.txt"])
  func cifar(file: String) throws {
    let whole = try material.bytes("cifar/\(file)")
    defer { try? Data(whole).write(to: material.folder.appending(path: "cifar/\(file)")) }
    try attack(
      "cifar/\(file)", of: [whole], seed: 4, ["evaluate", "--data", material.path("cifar"), "--network", "mini-vgg-32"])
  }

  @Test("the lists of the Pets")
  func pets() throws {
    let whole = try material.bytes("pets/annotations/list.txt")
    try attack(
      "pets/annotations/list.txt", of: [whole], seed: 5,
      ["evaluate", "--data", material.path("pets"), "--network", "mini-vgg-32"])
  }

  @Test("what an interrupted training leaves")
  func checkpoint() throws {
    let training = material.training
    let whole = try material.checkpoint()
    try attack(
      "trained.partial.safetensors", of: [whole], seed: 6, before: { [material] in try material.removeTrained() },
      training)
  }

  @Test("progress, read and imported")
  func progress() throws {
    try attack("state/alih/progress", of: [SmallFiles.progress], seed: 7, ["progress", "show"])
    try attack("moved", of: [SmallFiles.progress], seed: 8, ["progress", "import", material.path("moved")])
  }
}
