import Autograd
import Notebook
import Testing

@testable import Grading

@Suite struct GradableTests {
  @Test("numbers agree up to the tolerance, and what is not a number with nothing")
  func numbers() {
    #expect(Float(1).agrees(with: 1.001, within: 0.01) && !Float(1).agrees(with: 1.1, within: 0.01))
    #expect(!Float.nan.agrees(with: .nan, within: 1) && !Float.infinity.agrees(with: 1, within: 1))
    #expect(Float.infinity.agrees(with: .infinity, within: 0))
  }

  @Test("lists agree if they are as long and each element agrees, and the first difference has a place")
  func lists() {
    let (one, other): ([[Float]], [[Float]]) = ([[1, 2], [3, 4]], [[1, 2], [3, 5]])
    #expect(one.agrees(with: one, within: 0) && !one.agrees(with: other, within: 0.5))
    #expect(one.agrees(with: other, within: 1))
    #expect(one.difference(from: other, within: 0.5)?.place == "[1][1]")
    #expect(![Float]().agrees(with: [1], within: 1) && [Float]().difference(from: [1], within: 1) == nil)
  }

  @Test("tensors agree if shape and values do")
  func tensors() {
    let tensor = Tensor([1, 2, 3, 4], shape: [2, 2])
    #expect(tensor.agrees(with: tensor, within: 0) && !tensor.agrees(with: tensor.reshaped([4]), within: 1))
    #expect(tensor.written(in: .en) == "2×2 [1, 2, 3, 4]" && Tensor(0.5).written(in: .id) == "0,5")
    #expect(Tensor?.some(tensor).difference(from: tensor * 2, within: 1)?.place == "[1]")
    #expect(Tensor(1).difference(from: Tensor(3), within: 1) == nil)
  }

  @Test("values are written as the language writes them, and long lists are cut")
  func written() {
    #expect([Float(0.5), 1].written(in: .en) == "[0.5, 1]" && [Float(0.5), 1].written(in: .id) == "[0,5; 1]")
    #expect([Int](0..<10).written(in: .en) == "[0, 1, 2, 3, 4, 5, 6, 7, …] (10)")
    #expect(Float.nan.written(in: .en) == "nan" && (-Float.nan).written(in: .en) == "nan")
    #expect(Int?.none.written(in: .en) == "nil" && Set([2, 1]).written(in: .en) == "[1, 2]")
  }

  @Test("where a value is cut, what differs is named, and no number is cut in two")
  func cut() throws {
    let (right, wrong) = ([Float](repeating: 0.123456, count: 40), [Float](repeating: 0.123456, count: 39) + [2])
    var sheet = ScoreSheet(seed: 1)
    let next = Phrase("")
    try sheet.check("long", next, points: 1, expected: right, got: wrong, tolerance: 1e-5, next: next)
    try sheet.check("lists", next, points: 1, expected: [right, right], got: [right, wrong], next: next)
    try sheet.check("short", next, points: 1, expected: [1, 2], got: [1, 3], next: next)
    let (long, lists, short) = (sheet.checks[0], sheet.checks[1], sheet.checks[2])
    #expect(long.got.en.hasSuffix("; the first difference is at [39]: 2, not 0.123456"))
    #expect(lists.got.id.hasSuffix("0,123456; …; perbedaan pertama di [1][39]: 2, bukan 0,123456"))
    #expect(short.got.en == "[1, 3]; the first difference is at [1]")
    #expect(long.lines(.en)[1].contains(" ± 0.00001, got ") && long.lines(.id)[1].contains(" ± 0,00001, "))
  }
}
