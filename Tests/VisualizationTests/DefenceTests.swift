import Autograd
import NeuralNetworks
import Testing
import Visualization

@Suite struct DefenceTests {
  private func network() -> Sequential {
    var random = RandomSource(seed: 4)
    return Sequential(numbered: [
      Convolution2D(3, 8, kernel: 3, padding: 1, bias: false, random: &random), BatchNorm2D(8), ReLU(),
      GlobalAveragePool(), Linear(8, 3, random: &random),
    ])
  }

  private func pictures(height: Int = 7, width: Int = 9) -> Tensor {
    var random = RandomSource(seed: 6)
    return .uniform(shape: [2, height, width, 3], random: &random)
  }

  @Test(
    "the median filter gives the middle of the nine values around each, with the border's values beyond it",
    arguments: [(1, 1), (1, 5), (3, 3), (17, 4)])
  func median(height: Int, width: Int) {
    let pictures = pictures(height: height, width: width)
    let values = pictures.values
    let filtered = MedianFilter()(pictures)
    #expect(filtered.shape == pictures.shape)
    for (place, value) in filtered.values.enumerated() {
      let (channel, column) = (place % 3, place / 3 % width)
      let (row, picture) = (place / 3 / width % height, place / 3 / width / height)
      let around = (-1...1).flatMap { y in
        (-1...1).map { x in
          let (row, column) = (min(max(row + y, 0), height - 1), min(max(column + x, 0), width - 1))
          return values[((picture * height + row) * width + column) * 3 + channel]
        }
      }
      #expect(value == around.sorted()[4])
    }
  }

  @Test("the median filter removes a single changed value and keeps an edge")
  func medianRemoves() {
    var values = (0..<64).map { $0 % 8 < 4 ? Float(0.2) : 0.8 }
    let clean = Tensor(values, shape: [1, 8, 8, 1])
    values[26] = 1
    #expect(MedianFilter()(Tensor(values, shape: [1, 8, 8, 1])).values == clean.values)
  }

  @Test(
    "reduced to b bits a picture has at most 2 to the b values, none further than half a step away", arguments: 1...8)
  func bits(_ bits: Int) {
    let pictures = pictures()
    let reduced = BitDepthReduction(bits: bits)(pictures)
    let highest = Float(1 << bits) - 1
    #expect(Set(reduced.values).count <= 1 << bits && reduced.values.allSatisfy { 0...1 ~= $0 })
    #expect(zip(reduced.values, pictures.values).allSatisfy { abs($0 - $1) <= 0.5 / highest + 1e-6 })
  }

  static let defences: [any Defence] = [MedianFilter(), BitDepthReduction(bits: 3)]

  @Test("a defended network says of a picture what the network says of the defended picture", arguments: 0..<2)
  func forward(_ index: Int) {
    let (defence, network, pictures) = (DefenceTests.defences[index], network(), pictures())
    #expect(DefendedNetwork(network, behind: defence)(pictures).values == network(defence(pictures)).values)
    #expect(network(defence(pictures)).values != network(pictures).values)
  }

  private func slope(_ layer: some Layer, _ pictures: Tensor) -> [Float] {
    let pixels = pictures.requiringGradient()
    return layer.whileFrozen { crossEntropy(layer(pixels), [0, 2]).gradients()[pixels]?.values ?? [] }
  }

  @Test(
    "straight through, the gradient passes a defence as if it were not there, from where it has led", arguments: 0..<2)
  func straightThrough(_ index: Int) {
    let (defence, network, pictures) = (DefenceTests.defences[index], network(), pictures())
    let through = DefendedNetwork(network, behind: StraightThrough(defence))
    #expect(through(pictures).values == DefendedNetwork(network, behind: defence)(pictures).values)
    #expect(slope(through, pictures) == slope(network, defence(pictures)))
    #expect(slope(through, pictures).contains { $0 != 0 })
  }

  @Test("a network behind rounding has no gradient, so an attack that follows it stands still")
  func roundingHasNoGradient() {
    let (network, pictures) = (network(), pictures())
    let defended = DefendedNetwork(network, behind: BitDepthReduction(bits: 3))
    #expect(slope(defended, pictures).allSatisfy { $0 == 0 })
    let attack = ProjectedGradient(radius: 0.2, steps: 3, norm: .maximum)
    #expect(attack.attack(defended, pictures, labels: [0, 2]).values == pictures.values)
  }

  @Test("the median's gradient is the slope that finite differences find")
  func medianGradient() {
    // All values differ by more than the step of the differences, so that no median changes hands.
    var random = RandomSource(seed: 2)
    let values = (0..<2 * 5 * 4 * 3).shuffled(using: &random).map { Float($0) / 100 }
    let pictures = Tensor(values, shape: [2, 5, 4, 3])
    let weights = Tensor.uniform(shape: pictures.shape, random: &random)
    let error = gradientError(at: [pictures], random: &random) { (MedianFilter()($0[0]) * weights).sum() }
    #expect(error < 1e-2)
  }

  @Test("an attack that knows the defence does at least as well on the defended network as one that does not")
  func adaptive() {
    let (network, pictures, labels) = (network(), pictures(), [0, 2])
    for defence in [MedianFilter(), StraightThrough(BitDepthReduction(bits: 3))] as [any Defence] {
      let defended = DefendedNetwork(network, behind: defence)
      let attack = ProjectedGradient(radius: 0.2, steps: 20, norm: .maximum, keepsBest: true)
      let adaptive = crossEntropy(defended(attack.attack(defended, pictures, labels: labels)), labels).item
      let unaware = crossEntropy(defended(attack.attack(network, pictures, labels: labels)), labels).item
      #expect(adaptive > unaware)
    }
  }
}
