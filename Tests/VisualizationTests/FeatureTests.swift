import Autograd
import ModelZoo
import NeuralNetworks
import Testing
import Visualization

@Suite struct FeatureTests {
  private func network(_ architecture: Architecture = .miniVGG, size: Int = 32) -> Network {
    var random = RandomSource(seed: 4)
    return Network(architecture, classes: ["a", "b", "c"], inputSize: size, random: &random)
  }

  private func pictures(_ count: Int, _ size: Int = 32) -> Tensor {
    var random = RandomSource(seed: 9)
    return .uniform(shape: [count, size, size, 3], random: &random)
  }

  @Test("filters are shown on one scale: the largest weight is black or full, and 0 is grey")
  func filters() {
    let filters = FilterPictures(of: network())
    let values = filters.pictures.values
    #expect(filters.pictures.shape == [32, 3, 3, 3] && filters.colourShares.count == 32)
    #expect(values.allSatisfy { (0...1).contains($0) })
    #expect(max(values.max() ?? 0, 1 - (values.min() ?? 1)) > 0.999)
    #expect(filters.colourShares.allSatisfy { (0...1).contains($0) })
  }

  @Test("a filter that treats the colours alike has no share of colour, one of opposed colours nothing else")
  func colourShares() throws {
    let network = network()
    let first = try #require(network.parameters.first)
    var values = [Float](repeating: 0, count: first.value.count)
    for place in 0..<27 { values[place] = place % 9 < 3 ? 1 : -0.5 }  // filter 0: [3, 3, 3], every colour the same
    for place in 0..<9 { (values[27 + place], values[36 + place]) = (0.7, -0.7) }  // filter 1: red against green
    first.set(Tensor(values, shape: first.value.shape))
    let shares = FilterPictures(of: network).colourShares
    #expect(abs(shares[0]) < 1e-5 && abs(shares[1] - 1) < 1e-5 && shares[2] == 0)
  }

  @Test("all maps of a layer share one scale, whose ends are reached, and silent channels are found")
  func featureMaps() {
    var values: [Float] = []
    for place in 0..<18 { values += [Float(place % 5), 0, place == 4 ? 8 : 0, -2] }
    let maps = FeatureMaps(layer: "x", values: Tensor(values, shape: [2, 3, 3, 4]))
    #expect(maps.scale == -2...8 && maps.peaks == [4, 0, 8, -2] && maps.silentChannels == [1, 3])
    #expect(maps.channelsByPeak == [2, 0, 1, 3])
    #expect(maps.map(of: 2).values[4] == 1 && maps.map(of: 3).values.allSatisfy { $0 == 0 })
    #expect(abs(maps.map(of: 1).values[0] - 0.2) < 1e-6)
    #expect(maps.map(of: 2, picture: 1).shape == [3, 3, 1])
    #expect(abs(maps.sparsity - Float(values.count { $0 == 0 }) / 72) < 1e-6)
  }

  @Test("maps come from the named layers, and looking at them leaves the network as it was")
  func namedLayers() {
    let network = network()
    let before = network.stateTensors
    let maps = network.featureMaps(of: ["features.2", "features.9"], for: pictures(2))
    #expect(maps.map(\.layer) == ["features.2", "features.9"])
    #expect(maps.map(\.values.shape) == [[2, 32, 32, 32], [2, 16, 16, 64]])
    #expect(maps.allSatisfy { !$0.values.requiresGradient })
    #expect(network.parameters.allSatisfy { $0.isTrainable })
    #expect(network.stateTensors.allSatisfy { $0.value.values == before[$0.key]?.values })
  }

  @Test("the strongest patches are those of the largest values, whatever the batches, at most one of a picture")
  func strongestCrops() {
    let network = network()
    let (layers, pictures) = (["features.2", "features.9"], pictures(7))
    var whole = StrongestCrops(network, layers: layers, count: 3)
    whole.look(at: pictures)
    var parts = StrongestCrops(network, layers: layers, count: 3)
    for range in [0..<2, 2..<3, 3..<7] { parts.look(at: pictures.slice(range, along: 0)) }
    #expect(whole.pictureCount == 7 && parts.pictureCount == 7)

    for maps in network.featureMaps(of: layers, for: pictures) {
      for channel in 0..<maps.channelCount {
        let crops = whole.crops(of: maps.layer, channel: channel)
        #expect(crops == parts.crops(of: maps.layer, channel: channel))
        #expect(Set(crops.map(\.picture)).count == crops.count)
        // Only a channel that nothing drives has none.
        #expect(crops.isEmpty ? maps.peaks[channel] <= 0 : crops[0].value == maps.peaks[channel])
        #expect(crops.map(\.value) == crops.map(\.value).sorted(by: >))
      }
    }
  }

  @Test(
    "what lies outside of a patch has no part in the value that it drives", arguments: ["features.2", "features.9"])
  func patchIsEnough(layer: String) throws {
    let network = network()
    let pictures = pictures(3)
    var strongest = StrongestCrops(network, layers: [layer], count: 1)
    strongest.look(at: pictures)
    let crop = try #require(strongest.crops(of: layer, channel: 5).first)
    var values = pictures.slice(crop.picture..<crop.picture + 1, along: 0).values
    for y in 0..<32 {
      for x in 0..<32 where !crop.rows.contains(y) || !crop.columns.contains(x) {
        for channel in 0..<3 { values[(y * 32 + x) * 3 + channel] = 0.5 }
      }
    }
    let masked = network.featureMaps(of: [layer], for: Tensor(values, shape: [1, 32, 32, 3]))[0]
    let found = masked.values.values.enumerated().filter { $0.offset % masked.channelCount == 5 }.map(\.element)
    #expect(found.contains { abs($0 - crop.value) < 1e-4 * max(1, abs(crop.value)) })
  }

  @Test("a channel that no picture drives above 0 is dead and has no patches")
  func deadChannels() throws {
    let network = network()
    let state = Dictionary(uniqueKeysWithValues: network.state.map { ($0.name, $0.parameter) })
    let bias = try #require(state["features.1.bias"])
    var values = bias.value.values
    values[3] = -1000
    bias.set(Tensor(values))
    var strongest = StrongestCrops(network, layers: ["features.2"], count: 2)
    strongest.look(at: pictures(2))
    #expect(strongest.deadChannels(of: "features.2").contains(3))
    #expect(strongest.crops(of: "features.2", channel: 3).isEmpty && strongest.channelCount(of: "features.2") == 32)
  }
}
