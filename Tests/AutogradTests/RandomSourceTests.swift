import Autograd
import Testing

@Suite struct RandomSourceTests {
  @Test("a seed gives the same numbers on every machine")
  func knownNumbers() {
    var random = RandomSource(seed: 42)
    // Computed with the authors' C code: splitmix64 from 42 fills the state of xoshiro256**.
    #expect(
      (0..<3).map { _ in random.next() } == [
        1_546_998_764_402_558_742, 6_990_951_692_964_543_102, 12_544_586_762_248_559_009,
      ])
  }

  @Test("streams of one seed differ from each other and from the seed")
  func streams() {
    let first = (0..<64).map { stream in
      var random = RandomSource(seed: 5, stream: UInt64(stream))
      return random.next()
    }
    #expect(Set(first).count == 64)
  }

  @Test("normal numbers have mean 0 and standard deviation 1")
  func normal() {
    var random = RandomSource(seed: 9)
    let values = (0..<100_000).map { _ in random.normal() }
    let mean = values.reduce(0, +) / 100_000
    let deviation = (values.map { $0 * $0 }.reduce(0, +) / 100_000).squareRoot()
    #expect(abs(mean) < 4 / 100_000.0.squareRoot().asFloat)
    #expect(abs(deviation - 1) < 4 / 200_000.0.squareRoot().asFloat)
  }

  @Test("a tensor holds the numbers that would be drawn one by one", arguments: [0, 1, 17, 1 << 18, (1 << 18) + 5])
  func tensors(count: Int) {
    var (one, other) = (RandomSource(seed: 3), RandomSource(seed: 3))
    let normal = Tensor.normal(shape: [count], standardDeviation: 0.3, random: &one)
    #expect(normal.values == (0..<count).map { _ in other.normal() * 0.3 })
    let uniform = Tensor.uniform(shape: [count], in: -2...5, random: &one)
    #expect(uniform.values == (0..<count).map { _ in other.uniform(-2...5) })
    #expect(one.next() == other.next())
  }

  @Test("a permutation has every number once")
  func permutation() {
    var random = RandomSource(seed: 1)
    #expect(random.permutation(100).sorted() == Array(0..<100))
  }
}

extension Double {
  fileprivate var asFloat: Float { Float(self) }
}
