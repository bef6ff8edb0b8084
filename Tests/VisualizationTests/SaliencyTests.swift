import Autograd
import ModelZoo
import NeuralNetworks
import Testing
import Visualization

@Suite struct SaliencyTests {
  /// The pictures of ``CaptumFixture``.
  private static let pictures: Tensor = {
    var values: [Float] = []
    for k in 0..<2 {
      for h in 0..<32 {
        for w in 0..<32 {
          for c in 0..<3 {
            let level = (3 + k) * h * h + 7 * w + 50 * c + h * w / 8
            values.append(Float(level % 256) / 255)
          }
        }
      }
    }
    return Tensor(values, shape: [2, 32, 32, 3])
  }()

  /// The values of a map of each picture that Captum's are known for.
  private func kept(_ heat: Heat) -> [Float] {
    (0..<2).flatMap { picture in CaptumFixture.places.map { heat.map(of: picture)[$0] } }
  }

  /// The largest difference, as a part of the largest value.
  private func error(_ found: [Float], _ expected: [Float]) -> Float {
    guard found.count == expected.count else { return .infinity }
    let largest = expected.map(abs).max() ?? 0
    return (zip(found, expected).map { abs($0 - $1) }.max() ?? .infinity) / largest
  }

  @Test("each method gives Captum's values")
  func captum() throws {
    let network = try Catalogue.network("mini-vgg")
    var settings = SaliencySettings()
    settings.window = 7
    settings.stride = 3
    for (method, expected) in [
      (SaliencyMethod.gradient, CaptumFixture.gradient), (.integratedGradients, CaptumFixture.integratedGradients),
      (.gradCAM, CaptumFixture.gradCAMEnlarged), (.occlusion, CaptumFixture.occlusion),
    ] {
      let heat = method.heat(of: network, for: Self.pictures, labels: CaptumFixture.labels, settings)
      #expect(heat.values.shape == [2, 32, 32, 1])
      #expect(error(kept(heat), expected) < 2e-4, "\(method)")
    }
    let small = network.gradCAM(of: Self.pictures, for: CaptumFixture.labels, layer: "features.23")
    #expect(small.shape == [2, 4, 4, 1] && error(small.values, CaptumFixture.gradCAM) < 1e-4)
  }

  @Test("Grad-CAM gives Captum's values behind a block with a way around it, also behind an earlier one")
  func residual() throws {
    let network = try Catalogue.network("resnet20")
    #expect(network.lastMapLayer == "layer3.2")
    let last = network.gradCAM(of: Self.pictures, for: CaptumFixture.labels, layer: "layer3.2").values
    #expect(error(last, CaptumFixture.residualGradCAM) < 2e-4)
    let earlier = network.gradCAM(of: Self.pictures, for: CaptumFixture.labels, layer: "layer2.2").values
    let kept = stride(from: 0, to: earlier.count, by: 4).map { earlier[$0] }
    #expect(error(kept, CaptumFixture.residualGradCAMEarlier) < 2e-4)
  }

  @Test("a slope is what the logit changes by where one pixel does")
  func gradientByDifferences() throws {
    let network = try Catalogue.network("mini-vgg")
    let picture = Self.pictures.slice(0..<1, along: 0)
    let heat = network.gradientSaliency(of: picture, for: [3]).map(of: 0)
    let place = heat.indices.max { heat[$0] < heat[$1] } ?? 0
    let slopes = (0..<3).map { channel -> Float in
      func logit(_ step: Float) -> Float {
        var values = picture.values
        values[place * 3 + channel] += step
        return network(Tensor(values, shape: picture.shape)).values[3]
      }
      return abs(logit(0.004) - logit(-0.004)) / 0.008
    }
    #expect(abs((slopes.max() ?? 0) - heat[place]) < 0.05 * heat[place])
  }

  @Test(
    "integrated gradients are complete: they add up to the change of the logit, the better the more steps there are")
  func completeness() throws {
    let network = try Catalogue.network("mini-vgg")
    let ends = zip(
      network(Self.pictures).gather([3, 5]).values,
      network(Tensor(shape: Self.pictures.shape, filledWith: 0.25)).gather([3, 5]).values)
    let changes: [Float] = ends.map { $0.0 - $0.1 }
    let errors = [4, 256].map { steps -> Float in
      let given = network.integratedGradients(of: Self.pictures, for: [3, 5], from: 0.25, steps: steps)
      let sums = given.sum(along: [1, 2, 3]).values
      return zip(sums, changes).map { (sum: Float, change: Float) in abs(sum - change) }.max() ?? .infinity
    }
    let change = changes.map { (change: Float) in abs(change) }.max() ?? 0
    #expect(errors[1] < 0.02 * change && errors[1] < errors[0] / 4, "\(errors) of \(change)")
  }

  @Test("explaining a picture leaves the network as it was, and gives the same bits alone or among others")
  func leavesNetwork() throws {
    let network = try Catalogue.network("mini-vgg-32")
    let before = network.stateTensors
    let trainable = network.parameters.map(\.isTrainable)
    for method in SaliencyMethod.allCases {
      let both = method.heat(of: network, for: Self.pictures, labels: [1, 2])
      let alone = method.heat(of: network, for: Self.pictures.slice(1..<2, along: 0), labels: [2])
      #expect(both.map(of: 1) == alone.map(of: 0), "\(method)")
      #expect(method.isSigned || both.values.values.allSatisfy { $0 >= 0 }, "\(method)")
    }
    let after = network.stateTensors
    #expect(before.allSatisfy { after[$0.key]?.values == $0.value.values })
    #expect(network.parameters.map(\.isTrainable) == trainable)
  }

  @Test("more pictures than go through a network at a time are explained like a few")
  func chunks() throws {
    let network = try Catalogue.network("mini-vgg")
    let count = 150
    let pictures = Tensor.concatenated((0..<count).map { Self.pictures.slice($0 % 2..<$0 % 2 + 1, along: 0) })
    let labels = (0..<count).map { $0 % 2 }
    for method in [SaliencyMethod.gradient, .gradCAM] {
      let heat = method.heat(of: network, for: pictures, labels: labels)
      #expect(heat.map(of: 0) == heat.map(of: count - 2) && heat.map(of: 1) == heat.map(of: count - 1), "\(method)")
      #expect(heat.map(of: 0) != heat.map(of: 1))
    }
  }

  @Test("what is read off a map: its hottest place, the share for the class, how much of the picture holds half of it")
  func measures() {
    let heat = Heat(Tensor([0, 1, 3, -2, 0, 3, 1, 0], shape: [2, 2, 2, 1]))
    #expect(heat.hottest(in: 0) == (0, 1, 3) && heat.hottest(in: 1) == (1, 0, 3))
    #expect(abs(heat.positiveShare(in: 0) - 4 / 6) < 1e-6 && heat.positiveShare(in: 1) == 1)
    #expect(heat.areaOfHalf(in: 0) == 0.25)
    #expect(heat.reach(in: 0) == 3)
    let cold = Heat(Tensor(shape: [1, 2, 2, 1], filledWith: 0))
    #expect(cold.positiveShare(in: 0) == 0 && cold.areaOfHalf(in: 0) == 0 && cold.reach(in: 0) == 0)
    var values = [Float](repeating: 1, count: 400)
    values[7] = 100
    #expect(Heat(Tensor(values, shape: [1, 20, 20, 1])).reach(in: 0) == 1)
  }

  @Test("a square covers every pixel, also where the last one sticks out")
  func covering() throws {
    let network = try Catalogue.network("mini-vgg-32")
    let picture = Self.pictures.slice(0..<1, along: 0)
    let whole = network(picture).values[4]
    // One square over all: what the logit loses is the same everywhere.
    let all = network.occlusion(of: picture, for: [4], window: 32, stride: 32, fill: 0.2)
    let grey = network(Tensor(shape: picture.shape, filledWith: 0.2)).values[4]
    let loss: Float = whole - grey
    #expect(all.map(of: 0).allSatisfy { (value: Float) in abs(value - loss) < 1e-4 })
    let odd = network.occlusion(of: picture, for: [4], window: 5, stride: 5)
    #expect(odd.values.isFinite && odd.map(of: 0)[32 * 32 - 1] == odd.map(of: 0)[30 * 32 + 30])
  }
}
