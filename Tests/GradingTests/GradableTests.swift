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
    #expect(one.placeOfDifference(from: other, within: 0.5) == "[1][1]")
    #expect(![Float]().agrees(with: [1], within: 1) && [Float]().placeOfDifference(from: [1], within: 1) == nil)
  }

  @Test("tensors agree if shape and values do")
  func tensors() {
    let tensor = Tensor([1, 2, 3, 4], shape: [2, 2])
    #expect(tensor.agrees(with: tensor, within: 0) && !tensor.agrees(with: tensor.reshaped([4]), within: 1))
    #expect(tensor.written(in: .en) == "2×2 [1, 2, 3, 4]" && Tensor(0.5).written(in: .id) == "0,5")
    #expect(Tensor?.some(tensor).placeOfDifference(from: tensor * 2, within: 1) == "[1]")
  }

  @Test("values are written as the language writes them, and long lists are cut")
  func written() {
    #expect([Float(0.5), 1].written(in: .en) == "[0.5, 1]" && [Float(0.5), 1].written(in: .id) == "[0,5; 1]")
    #expect([Int](0..<10).written(in: .en) == "[0, 1, 2, 3, 4, 5, 6, 7, …] (10)")
    #expect(Int?.none.written(in: .en) == "nil" && Set([2, 1]).written(in: .en) == "[1, 2]")
  }
}
