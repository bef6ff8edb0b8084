import Autograd
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Testing

@Suite struct ChannelTests {
  /// Grey pictures, `[3, 16, 16, 1]`.
  private let grey: Tensor
  private let threeTimes: Tensor

  init() {
    var random = RandomSource(seed: 2)
    grey = .uniform(shape: [3, 16, 16, 1], random: &random)
    threeTimes = .concatenated([grey, grey, grey], along: 3)
  }

  private func network(_ architecture: Architecture, _ scale: Normalization = .centred) -> Network {
    var random = RandomSource(seed: 7)
    let network = Network(architecture, classes: ["a", "b", "c", "d"], normalization: scale, random: &random)
    _ = network(threeTimes, .training)
    return network
  }

  /// The largest difference; infinite where one is not a number, or where the shapes differ.
  private func largestDifference(_ first: Tensor, _ second: Tensor) -> Float {
    let differences = zip(first.values, second.values).map { abs($0 - $1) }
    return first.shape == second.shape && differences.allSatisfy(\.isFinite)
      ? differences.max() ?? .infinity : .infinity
  }

  @Test(
    "a network for one channel says of a grey picture what that for three says of it three times",
    arguments: [(Architecture.miniVGG, 8, 9 * 128), (Architecture.resnet20, 20, 9 * 64)])
  func equal(architecture: Architecture, depth: Int, longestSum: Int) {
    let network = network(architecture)
    let (one, three) = (network.forOneChannel()(grey), network(threeTimes))
    // Each layer rounds sums of at most so many products, whose errors add up like a random walk.
    let largest = three.values.map { abs($0) }.max() ?? 0
    let tolerance = Float(depth) * Float(longestSum).squareRoot() * Float.ulpOfOne * largest
    #expect(largestDifference(one, three) <= tolerance)
    #expect(network.forOneChannel().channels == 1 && network.channels == 3)
    #expect(network.forOneChannel().forOneChannel()(grey).values == one.values)
  }

  @Test(
    "so does one whose first layer looks at patches, or lies in a sequence of its own",
    arguments: [Architecture.tinyTransformer, .tinyConvNeXt, .efficientNetB0])
  func equalElsewhere(architecture: Architecture) {
    var random = RandomSource(seed: 7)
    let network = Network(architecture, classes: ["a", "b", "c"], random: &random)
    let (one, three) = (network.forOneChannel()(grey), network(threeTimes))
    let largest = three.values.map { abs($0) }.max() ?? 0
    #expect(network.forOneChannel().channels == 1)
    #expect(largestDifference(one, three) <= 1e-4 * max(1, largest))
  }

  @Test("where the channels have scales of their own, it says nearly that")
  func near() {
    let network = network(.miniVGG, .imageNet)
    let (one, three) = (network.forOneChannel()(grey), network(threeTimes))
    let spread = (three - three.mean()).square().mean().item.squareRoot()
    let difference = largestDifference(one, three)
    #expect(difference > 0 && difference < 0.25 * spread, "\(difference) of \(spread)")
  }

  @Test("a network for one channel comes back from its file as one, with the same answers")
  func file() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    let network = network(.miniVGG).forOneChannel()
    try network.write(to: file)
    let opened = try Network(contentsOf: file)
    #expect(opened.channels == 1 && opened.normalization == network.normalization)
    #expect(opened(grey).values == network(grey).values)
  }

  @Test("a network for one channel takes a coloured picture by its luma, as pictures themselves become grey")
  func luma() {
    var random = RandomSource(seed: 3)
    let coloured = Tensor.uniform(shape: [1, 16, 16, 3], random: &random)
    let picture = Image(width: 16, height: 16, channels: 3, pixels: coloured.values).withChannels(1)
    let network = network(.miniVGG).forOneChannel()
    let (taken, given) = (network(coloured), network(Tensor(picture.pixels, shape: [1, 16, 16, 1])))
    let largest = given.values.map { abs($0) }.max() ?? 0
    #expect(largestDifference(taken, given) <= 8 * Float(9 * 128).squareRoot() * Float.ulpOfOne * largest)
  }
}
