import Autograd
import Foundation
import Testing
import TransferLearning

/// Numbers and gradients of PyTorch 2.13 in double precision, for x_i = sin(a · i + b), row-major:
/// f = x(4×3; 0.9, 0.3), s = x(4×3; 0.7, 2).
///
///     s = normalize(f) @ normalize(s)ᵀ / 0.2;  infoNCE = (cross_entropy(s, 0…3) + cross_entropy(sᵀ, 0…3)) / 2
///     views: s = cosine_similarity(cat(f, s), cat(f, s)) / 0.5 but for −∞ on the diagonal; cross_entropy(s, [4…7, 0…3])
private let first = wave(4, 3, 0.9, 0.3)
private let second = wave(4, 3, 0.7, 2)

@Suite struct InfoNCETests {
  @Test("the symmetric InfoNCE is PyTorch's, and so are its gradients")
  func symmetric() {
    expect(
      0.9311158554,
      [
        [
          -0.8841445, -0.2501462, 0.5727794, 0.0817551, 0.0398361, -0.0159217, -0.109035, -0.0816266, -0.0369019,
          0.0970381, 0.149627, 0.145098,
        ],
        [
          0.0742264, -0.8897584, -1.2239557, -0.0197326, 0.0034746, 0.0179798, 0.3608111, 0.2498669, -0.1183501,
          0.0013727, 0.0960069, 0.1501492,
        ],
      ], at: [first, second]
    ) { infoNCE($0[0], $0[1], temperature: 0.2) }
  }

  @Test("pairs of one name are no negatives of each other")
  func names() {
    expect(
      0.5375663909,
      [
        [
          -0.3405228, -0.0743575, 0.1968647, 0.0817624, 0.0398383, -0.0159222, -0.0035584, -0.0028658, -0.0011373,
          0.0972128, 0.1499077, 0.1453612,
        ]
      ], at: [first, second]
    ) { infoNCE($0[0], $0[1], temperature: 0.2, names: [0, 1, 0, 2]) }
  }

  @Test("the InfoNCE of views is SimCLR's, and so is its gradient")
  func views() {
    expect(
      1.150215227,
      [
        [
          -0.3354124, -0.0897838, 0.2117716, 0.255425, 0.1268524, -0.0513964, -0.0239697, -0.0003643, -0.0139513,
          -0.0606207, -0.1067102, -0.0929979,
        ]
      ], at: [first, second]
    ) { infoNCE(views: $0[0], $0[1], temperature: 0.5) }
  }

  @Test("where all look alike it is the logarithm of how many there are to choose from")
  func guessing() {
    let ones = Tensor(shape: [8, 5], filledWith: 1)
    #expect(abs(infoNCE(ones, ones, temperature: 0.1).item - log(8)) < 1e-5)
    #expect(abs(infoNCE(views: ones, ones, temperature: 0.1).item - log(15)) < 1e-5)
  }

  @Test("a learnt temperature has the gradient of finite differences")
  func temperature() {
    var random = RandomSource(seed: 3)
    let error = gradientError(at: [first, second, Tensor([2])], random: &random) {
      infoNCE(cosineSimilarities($0[0], $0[1]) * $0[2])
    }
    #expect(error < 2e-3)
  }

  @Test("a row has length one, a row of zeros stays, and a length alone has no gradient")
  func unitRows() {
    let rows = Tensor([3, 4, 0, 0], shape: [2, 2]).requiringGradient()
    let unit = rows.withUnitRows()
    #expect(zip(unit.values, [0.6, 0.8, 0, 0]).allSatisfy { abs($0 - $1) < 1e-6 })
    let gradient = (unit * unit).sum().gradients()[rows]?.values ?? [1]
    #expect(gradient.allSatisfy { abs($0) < 1e-6 })
  }
}
