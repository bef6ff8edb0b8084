import Autograd
import Testing

@Suite struct TensorTests {
  @Test("shapes broadcast from their last axes")
  func broadcasting() {
    let column = Tensor([1, 2, 3], shape: [3, 1])
    let row = Tensor([10, 20])
    #expect((column + row).shape == [3, 2])
    #expect((column + row).values == [11, 21, 12, 22, 13, 23])
    #expect((row - column).values == [9, 19, 8, 18, 7, 17])
    #expect((Tensor(2) * column).shape == [3, 1])
    let pictures = Tensor((0..<12).map(Float.init), shape: [2, 3, 2])
    let shares = Tensor([1, 10], shape: [2, 1, 1])
    #expect((pictures * shares).values == [0, 1, 2, 3, 4, 5, 60, 70, 80, 90, 100, 110])
    #expect((pictures * column).values == [0, 1, 4, 6, 12, 15, 6, 7, 16, 18, 30, 33])
  }

  @Test("sums go along the wanted axes", arguments: [[0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]])
  func sums(axes: [Int]) {
    let shape = [3, 5, 2]
    let values = (0..<30).map { Float($0 * $0 % 17) }
    let result = Tensor(values, shape: shape).sum(along: axes)
    var expected: [[Int]: Float] = [:]
    for (place, value) in values.enumerated() {
      let index = [place / 10, place / 2 % 5, place % 2]
      expected[index.indices.filter { !axes.contains($0) }.map { index[$0] }, default: 0] += value
    }
    let order = expected.keys.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(result.values == order.compactMap { expected[$0] })
    #expect(result.shape == shape.indices.filter { !axes.contains($0) }.map { shape[$0] })
  }

  @Test("a permutation and its inverse give the tensor back")
  func permutation() {
    let tensor = Tensor((0..<24).map(Float.init), shape: [2, 3, 4])
    let moved = tensor.permuted([2, 0, 1])
    #expect(moved.shape == [4, 2, 3])
    #expect(moved.values.prefix(4) == [0, 4, 8, 12])
    #expect(moved.permuted([1, 2, 0]).values == tensor.values)
  }

  @Test("a maximum pool keeps the first of equal values and never its padding")
  func maxPool() throws {
    let picture = Tensor([-1, -1, -1, -1], shape: [1, 2, 2, 1]).requiringGradient()
    let pooled = picture.maxPooled(kernel: 3, stride: 2, padding: 1)
    #expect(pooled.values == [-1])
    #expect(try #require(pooled.sum().gradients()[picture]).values == [1, 0, 0, 0])
  }

  @Test("an adaptive pool divides any size, and a larger one than the picture repeats it")
  func adaptivePool() {
    let picture = Tensor([1, 2, 3, 4, 5, 6], shape: [1, 2, 3, 1])
    #expect(picture.adaptiveAveragePooled(size: 1).values == [3.5])
    #expect(picture.adaptiveAveragePooled(size: 2).values == [1.5, 2.5, 4.5, 5.5])
    #expect(picture.adaptiveAveragePooled(size: 4).shape == [1, 4, 4, 1])
  }

  @Test("large logits neither overflow nor lose the answer")
  func largeLogits() {
    let logits = Tensor([1000, 0, -1000], shape: [1, 3])
    #expect(logits.softmax().values == [1, 0, 0])
    #expect(logits.logSoftmax().values == [0, -1000, -2000])
  }

  @Test("the largest value of a row is found, the first of equals")
  func largest() {
    #expect(Tensor([1, 3, 3, 9, 0, 2], shape: [2, 3]).indicesOfLargest() == [1, 0])
  }

  @Test("rows are gathered in the order asked for, some twice and some not at all")
  func rows() {
    let rows = Tensor([1, 2, 3, 4, 5, 6], shape: [3, 2]).gather(rows: [2, 0, 2])
    #expect(rows.shape == [3, 2] && rows.values == [5, 6, 1, 2, 5, 6])
    #expect(Tensor([1, 2]).gather(rows: []).shape == [0])
  }

  @Test("a buffer is used again once its tensor is gone")
  func buffersAreReused() {
    // Sizes within an eighth share a buffer; more than that apart they do not.
    func address(_ count: Int) -> Int {
      Tensor(shape: [count], filledWith: 0).withValues { Int(bitPattern: $0.baseAddress) }
    }
    let odd = 7_654_321
    #expect(address(odd) == address(odd))
  }
}
