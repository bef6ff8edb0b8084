import Datasets
import Foundation
import Lessons
import ModelZoo
import Testing

/// Training from scratch takes minutes for all tasks; they are tried where `ALIH_TRANSFER` is set, the quickest always.
@Suite struct TransferTests {
  private static let tasks: [ClassificationTask] =
    ProcessInfo.processInfo.environment["ALIH_TRANSFER"] == nil
    ? [.catsVersusDogs] : [.farm, .catsVersusDogs, .pets, .flowers, .digits]

  /// What a head on mini-vgg's features gains over mini-vgg from scratch with five pictures a class: the mean of five
  /// seeds.
  private func gain(_ task: ClassificationTask) throws -> Float {
    let trial = TransferTrial(task, from: try Catalogue.network("mini-vgg"), testCount: 120)
    let heads = (1...5).map { trial.headAccuracy(seed: $0) }
    let scratches = try (1...5).map { try trial.scratchAccuracy(seed: $0) }
    let gain = (heads.reduce(0, +) - scratches.reduce(0, +)) / 5
    print("\(task.id): head \(heads), from scratch \(scratches), gain \(gain)")
    return gain
  }

  @Test(
    "with five pictures a class a head on frozen features gains ten points, and on digits less than on farm animals")
  func gains() throws {
    let gains = Dictionary(uniqueKeysWithValues: try TransferTests.tasks.map { ($0.id, try gain($0)) })
    for (task, gain) in gains where task != "digits" { #expect(gain >= 0.1, "\(task)") }
    if let digits = gains["digits"], let farm = gains["farm"] { #expect(digits < farm) }
  }

  @Test("a trial gives the same accuracies again, and other seeds other ones")
  func repeatable() throws {
    let trial = TransferTrial(.farm, from: try Catalogue.network("mini-vgg"), picturesPerClass: 1, testCount: 30)
    #expect(trial.headAccuracy(seed: 1) == trial.headAccuracy(seed: 1))
    #expect(Set((1...5).map { trial.headAccuracy(seed: $0) }).count > 1)
    #expect(try trial.scratchAccuracy(seed: 2) == trial.scratchAccuracy(seed: 2))
  }
}
