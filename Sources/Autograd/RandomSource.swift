/// A seeded source of random numbers: xoshiro256** (Blackman and Vigna, 2018), seeded through SplitMix64.
///
/// The same seed gives the same numbers on every machine. Nothing in the course draws from a global generator: whoever
/// needs chance is handed a source.
public struct RandomSource: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// A source that starts from `seed`.
  public init(seed: UInt64) {
    var mixer = SplitMix64(state: seed)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// A source for one of many independent streams of a seed, such as "picture 17 of the training set".
  public init(seed: UInt64, stream: UInt64) {
    var mixer = SplitMix64(state: seed)
    let base = mixer.next()
    var second = SplitMix64(state: base ^ (stream &* 0xD134_2543_DE82_EF95))
    self.init(seed: second.next())
  }

  /// A source that draws nothing: random tensors made with it have no memory and no values yet, and read as zeros.
  ///
  /// For networks whose values are about to come from a file.
  package static let blank = RandomSource(state: (0, 0, 0, 0))

  /// Whether this is the source that draws nothing; no seed leads to its state.
  var isBlank: Bool { state == (0, 0, 0, 0) }

  private init(state: (UInt64, UInt64, UInt64, UInt64)) {
    self.state = state
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = (state.1 &* 5).rotated(by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3.rotated(by: 45)
    return result
  }

  /// A number drawn uniformly from [0, 1), in steps of 2⁻²⁴.
  public mutating func uniform() -> Float {
    Float(next() >> 40) * 0x1p-24
  }

  /// A number drawn uniformly from `range`.
  public mutating func uniform(_ range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// A whole number drawn uniformly from 0 ..< `bound`, without modulo bias (Lemire, 2019).
  public mutating func below(_ bound: Int) -> Int {
    Int(next(upperBound: UInt64(bound)))
  }

  /// True with the given probability.
  public mutating func chance(_ probability: Float) -> Bool {
    uniform() < probability
  }

  /// One of the elements, of which there must be at least one, each equally likely.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}

/// The generator that spreads one seed over a larger state (Steele, Lea and Flood, 2014).
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension UInt64 {
  fileprivate func rotated(by bits: UInt64) -> UInt64 {
    (self << bits) | (self >> (64 - bits))
  }
}
