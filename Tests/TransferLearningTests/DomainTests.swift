import Autograd
import Testing
import TransferLearning

/// Normal samples whose first value is moved.
private func samples(_ count: Int, width: Int = 3, shift: Float = 0, seed: UInt64) -> Tensor {
  var random = RandomSource(seed: seed)
  return Tensor.normal(shape: [count, width], random: &random)
    + Tensor([shift] + [Float](repeating: 0, count: width - 1))
}

@Suite struct DiscrepancyTestTests {
  @Test("a shift is found, the same distribution is not", arguments: [(40, 40), (33, 47), (17, 60)])
  func shifts(n: Int, m: Int) {
    var random = RandomSource(seed: 1)
    let source = samples(n, seed: 2)
    let same = DiscrepancyTest(source: source, target: samples(m, seed: 3), random: &random)
    let moved = DiscrepancyTest(source: source, target: samples(m, shift: 2, seed: 3), random: &random)
    #expect(same.pValue > 0.05 && moved.pValue == 0.001)
    #expect(moved.discrepancy > same.discrepancy && same.permuted.count == 999)
  }

  @Test("its discrepancy is the maximum mean discrepancy", arguments: [(2, 2), (3, 5), (17, 33)])
  func agrees(n: Int, m: Int) {
    var random = RandomSource(seed: 1)
    let (source, target) = (samples(n, seed: 4), samples(m, shift: 1, seed: 5))
    let test = DiscrepancyTest(source: source, target: target, permutations: 9, random: &random)
    #expect(abs(test.discrepancy - maximumMeanDiscrepancy(source: source, target: target).item) < 1e-5)
  }

  @Test("samples that are all equal do not differ")
  func equalSamples() {
    var random = RandomSource(seed: 1)
    let source = Tensor(shape: [3, 2], filledWith: 5)
    let test = DiscrepancyTest(source: source, target: source, permutations: 19, random: &random)
    #expect(test.discrepancy == 0 && test.pValue == 1)
    let one = [String](repeating: "cat", count: 7)
    #expect(DiscrepancyTest(sourceClasses: one, targetClasses: one + one, random: &random).pValue == 1)
  }

  @Test("where nothing differs, p is even: each tenth comes up about as often as any other")
  func calibrated() {
    let values = (0..<200).map { run in
      var random = RandomSource(seed: UInt64(run))
      return DiscrepancyTest(
        source: samples(12, seed: UInt64(1_000 + run)), target: samples(12, seed: UInt64(2_000 + run)),
        permutations: 99,
        random: &random
      ).pValue
    }
    // 20 are expected in each; six standard deviations are 25.
    #expect(values.count { $0 <= 0.1 } < 45 && values.count { $0 > 0.9 } < 45 && values.count { $0 <= 0.5 } > 60)
  }

  @Test("dealing within classes finds what a mixed deal misses, and keeps silent where nothing differs")
  func withinClasses() {
    // Two classes far apart, each moved a little: beside their distance the move is small.
    let classes = (0..<40).map { $0 % 2 == 0 ? "a" : "b" }
    let places = Tensor(classes.flatMap { [$0 == "a" ? Float(0) : 30, 0, 0] }, shape: [40, 3])
    let source = samples(40, seed: 6) + places
    let moved = samples(40, shift: 1.5, seed: 7) + places
    var random = RandomSource(seed: 8)
    let mixed = DiscrepancyTest(source: source, target: moved, random: &random)
    let within = DiscrepancyTest(source: source, target: moved, classes: (classes, classes), random: &random)
    let joint = DiscrepancyTest(source: (source, classes), target: (moved, classes), random: &random)
    let same = DiscrepancyTest(
      source: (source, classes), target: (samples(40, seed: 7) + places, classes), random: &random)
    #expect(mixed.pValue > 0.5 && within.pValue <= 0.005 && joint.pValue <= 0.005 && same.pValue > 0.05)
  }

  @Test("swapped labels change P(x | y), although neither P(x) nor P(y) changes")
  func swappedLabels() {
    let classes = (0..<40).map { $0 % 2 == 0 ? "a" : "b" }
    let values = samples(40, seed: 9) + Tensor(classes.flatMap { [$0 == "a" ? Float(0) : 3, 0, 0] }, shape: [40, 3])
    let swapped = classes.map { $0 == "a" ? "b" : "a" }
    var random = RandomSource(seed: 10)
    #expect(DiscrepancyTest(source: values, target: values, random: &random).pValue == 1)
    #expect(DiscrepancyTest(sourceClasses: classes, targetClasses: swapped, random: &random).pValue == 1)
    #expect(DiscrepancyTest(source: (values, classes), target: (values, swapped), random: &random).pValue == 0.001)
  }

  @Test("other shares of the classes are found, and their distance is what the formula says")
  func shares() {
    var random = RandomSource(seed: 11)
    let (even, uneven) = ((0..<60).map { "\($0 % 2)" }, (0..<60).map { $0 % 5 == 0 ? "0" : "1" })
    let test = DiscrepancyTest(sourceClasses: even, targetClasses: uneven, random: &random)
    #expect(abs(test.discrepancy - 0.18) < 1e-5 && test.pValue < 0.01)
  }

  @Test("the same seed deals the same, on one thread and two")
  func deterministic() {
    let (source, target) = (samples(30, seed: 12), samples(31, shift: 0.5, seed: 13))
    let threads = Engine.threads
    defer { Engine.threads = threads }
    let runs = [1, 2].map { count in
      Engine.threads = count
      var random = RandomSource(seed: 14)
      return DiscrepancyTest(source: source, target: target, permutations: 99, random: &random).permuted
    }
    #expect(runs[0] == runs[1])
  }
}

@Suite struct DomainClassifierTests {
  @Test("what lies apart is told apart, what lies together is not", arguments: [(40, 40), (33, 75)])
  func distances(n: Int, m: Int) {
    var random = RandomSource(seed: 1)
    let source = samples(n, seed: 2)
    let apart = DomainClassifier(source: source, target: samples(m, shift: 9, seed: 3), random: &random)
    let together = DomainClassifier(source: source, target: samples(m, seed: 3), random: &random)
    #expect(apart.error == 0 && apart.distance == 2)
    #expect(abs(together.distance) < 0.7)
  }

  @Test("a shift that a straight cut cannot see is not seen")
  func notLinear() {
    var random = RandomSource(seed: 4)
    let signs = Tensor((0..<80).flatMap { [$0 % 2 == 0 ? Float(-8) : 8, 0, 0] }, shape: [80, 3])
    let classifier = DomainClassifier(
      source: samples(80, seed: 5), target: samples(80, seed: 6) + signs, random: &random)
    #expect(classifier.error > 0.2)
  }

  @Test("the same seed gives the same error, and values that never vary do no harm")
  func deterministic() {
    let (source, target) = (samples(2, seed: 7) * 0, samples(3, seed: 8) * 0)
    let errors = (0..<2).map { _ in
      var random = RandomSource(seed: 9)
      return DomainClassifier(source: source, target: target, random: &random).error
    }
    #expect(errors[0] == errors[1] && errors[0] == 0.5)
  }
}

@Suite struct RankCorrelationTests {
  @Test("orders that agree, oppose or have ties have the coefficients of the definition")
  func knownValues() {
    var random = RandomSource(seed: 1)
    #expect(RankCorrelation([1, 2, 3], [10, 100, 1_000], random: &random).coefficient == 1)
    #expect(RankCorrelation([1, 2, 3], [3, 2, -9], random: &random).coefficient == -1)
    #expect(RankCorrelation.coefficient(of: [1, 2, 3], [3, 2, -9]) == -1)
    // Σd² = 8 for five pairs: 1 − 6·8 / (5·24).
    let mixed = RankCorrelation([1, 2, 3, 4, 5], [2, 1, 5, 3, 4], random: &random).coefficient
    #expect(abs(mixed - 0.6) < 1e-6)
    // Ranks 0.5, 0.5, 2 against 0, 1, 2: √3 / 2.
    #expect(abs(RankCorrelation([1, 1, 2], [1, 2, 3], random: &random).coefficient - 0.8660254) < 1e-6)
    #expect(RankCorrelation([1, 2, 3], [4, 4, 4], random: &random).coefficient == 0)
  }

  @Test("the interval holds the coefficient, is narrower with more pairs, and follows from the seed")
  func interval() {
    func correlation(_ count: Int) -> RankCorrelation {
      var random = RandomSource(seed: 2)
      let x = (0..<count).map { _ in random.normal() }
      return RankCorrelation(x, x.map { $0 + random.normal() }, resamples: 400, random: &random)
    }
    let (few, many) = (correlation(12), correlation(200))
    #expect(few.interval.contains(few.coefficient) && many.interval.contains(many.coefficient))
    let width = { (interval: ClosedRange<Float>) in interval.upperBound - interval.lowerBound }
    #expect(width(many.interval) < width(few.interval) && many.interval.lowerBound > 0.4)
    #expect(correlation(12).interval == few.interval)
  }
}

@Suite struct DomainComparisonTests {
  private func domain(
    side: Int? = 8, channels: Int = 3, classes: [String] = ["a", "b"], shift: Float = 0, every: Int = 2, seed: UInt64
  ) -> Domain {
    Domain(
      name: "domain", space: .init(width: side, height: side, channels: channels), classes: classes,
      features: samples(40, shift: shift, seed: seed), labels: (0..<40).map { $0 % every == 0 ? 0 : 1 })
  }

  @Test("each condition is found, alone and together, and none where none holds")
  func conditions() {
    let source = domain(seed: 1)
    func found(_ target: Domain) -> Set<DomainComparison.Condition> {
      var random = RandomSource(seed: 3)
      return DomainComparison(source: source, target: target, random: &random).conditions
    }
    #expect(found(domain(seed: 2)) == [])
    #expect(found(domain(classes: ["b", "a"], seed: 2)) == [])
    #expect(found(domain(channels: 1, seed: 2)) == [.featureSpace])
    #expect(found(domain(side: nil, seed: 2)) == [.featureSpace])
    #expect(found(domain(classes: ["a", "c"], seed: 2)) == [.labelSpace])
    #expect(found(domain(channels: 1, classes: ["c", "d"], seed: 2)) == [.featureSpace, .labelSpace])
    #expect(found(domain(shift: 2, seed: 2)) == [.distribution])
    #expect(found(domain(every: 10, seed: 2)) == [.distribution])
  }

  @Test("what cannot be compared is not measured, and classes are listed")
  func evidence() {
    var random = RandomSource(seed: 4)
    let (source, target) = (domain(seed: 1), domain(classes: ["b", "c"], seed: 2))
    let comparison = DomainComparison(source: source, target: target, random: &random)
    #expect(!comparison.conditions.isEmpty && comparison.shares == nil && comparison.appearance == nil)
    #expect(comparison.classes == (["b"], ["a"], ["c"]))
    #expect(source.classShares == [0.5, 0.5] && source.space.description == "8×8×3")
    #expect(domain(side: nil, seed: 1).space.description == "∗×∗×3")
  }

  @Test("distances of domains grow with their shift")
  func distances() {
    let measured = [Float(0), 1, 4].map { shift in
      var random = RandomSource(seed: 5)
      return DomainDistances(
        source: domain(seed: 1), target: domain(shift: shift, seed: 2), permutations: 99, random: &random)
    }
    for value in [measured.map(\.discrepancy.discrepancy), measured.map(\.classifier.distance)] {
      #expect(value == value.sorted() && value[0] < value[2])
    }
    #expect(measured[0].discrepancy.pValue > 0.05 && measured[2].discrepancy.pValue == 0.01)
    // CORAL does not see a shift.
    #expect(abs(measured[0].coral - measured[2].coral) < 1e-4)
  }
}
