import Foundation
import NeuralNetworks
import Testing

/// A folder with whole files of every kind, each of which the command takes.
final class CampaignMaterial: Sendable {
  let folder = FileManager.default.temporaryDirectory.appending(path: "alih-campaign-\(UUID().uuidString)")

  init() throws {
    for name in ["state/alih", "timm", "cifar", "pets/images", "pets/annotations"] {
      try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try write(SmallFiles.pngs[0], "whole.png")
    try run(["networks", "export", "mini-vgg-32", "--output", path("network.safetensors")])
    // As timm has it: weights that say nothing of themselves, and a file beside them.
    try run(["networks", "export", "mobilenet_v2-0.35", "--output", path("own.safetensors")])
    let tensors = try SafetensorsFile(contentsOf: folder.appending(path: "own.safetensors")).tensors
    try SafetensorsFile(tensors: tensors, metadata: [:]).write(to: folder.appending(path: "timm/model.safetensors"))
    try write(SmallFiles.timm, "timm/config.json")
    try run(["predict", path("whole.png"), "--network", path("timm/model.safetensors")])
    try write(SmallFiles.cifar, "cifar/data_batch_1.bin")
    try write(SmallFiles.names, "cifar/batches.meta.txt")
    for (index, bytes) in SmallFiles.jpegs.enumerated() {
      try write(bytes, "pets/images/Abyssinian_\(index).jpg")
      try write(bytes, "pets/images/great_pyrenees_\(index).jpg")
    }
    let lines = SmallFiles.jpegs.indices.map { "Abyssinian_\($0) 1 1 1\ngreat_pyrenees_\($0) 2 2 1\n" }
    try write(Array("#Image CLASS-ID SPECIES BREED ID\n\(lines.joined())".utf8), "pets/annotations/list.txt")
    try run(["menagerie", "write", path("farm"), "--task", "farm", "--count", "15", "--size", "32"])
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }
  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }
  private func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  private func run(_ arguments: [String]) throws {
    let run = try BuiltCommand(arguments, in: folder)
    try #require(run.outcome == .ended(status: 0), "\(arguments.joined(separator: " ")): \(run.error)")
  }

  /// A training that takes a moment for each of its epochs.
  var training: [String] {
    [
      "train", "--data", path("farm"), "--strategy", "fine-tune", "--network", "mini-vgg-32", "--epochs", "2",
      "--output",
      path("trained.safetensors"), "--report", path("report"),
    ]
  }

  /// What the training leaves when it is ended after its first epoch.
  func checkpoint() throws -> [UInt8] {
    let partial = folder.appending(path: "trained.partial.safetensors")
    for _ in 0..<10 {
      try removeTrained()
      let process = Process()
      process.executableURL = BuiltCommand.program
      process.arguments = training
      process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C", "XDG_STATE_HOME": path("state")]
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      while process.isRunning, !FileManager.default.fileExists(atPath: partial.path) { usleep(500) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if let bytes = try? Data(contentsOf: partial), !bytes.isEmpty { return [UInt8](bytes) }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// Removes what a training has left.
  func removeTrained() throws {
    for name in ["trained.safetensors", "trained.partial.safetensors", "report"] {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }
}
