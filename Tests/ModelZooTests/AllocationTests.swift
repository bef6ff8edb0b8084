import Autograd
import ModelZoo
import Testing

@Suite struct AllocationTests {
  @Test(
    "the second training step takes no large memory that the first has not given back",
    arguments: ["train/mini-vgg/2", "train/resnet20/3"])
  func secondStep(name: String) throws {
    let pool = BufferPool()
    try BufferPool.$current.withValue(pool) {
      let work = try Workload(name)
      work.run()
      let afterFirst = pool.largeAllocationCount
      for _ in 0..<3 { work.run() }
      #expect(afterFirst > 0)
      #expect(pool.largeAllocationCount == afterFirst)
    }
  }

  @Test("what nobody asks for any more goes back to the system, and is asked for anew when it is needed again")
  func sweep() {
    let pool = BufferPool()
    BufferPool.$current.withValue(pool) {
      func work(_ count: Int, times: Int) { for _ in 0..<times { _ = Tensor(shape: [count], filledWith: 1) } }
      work(1 << 16, times: 1)
      work(16, times: 1 << 13)
      work(1 << 16, times: 1)
      #expect(pool.largeAllocationCount == 1)
      work(16, times: 1 << 16)
      work(1 << 16, times: 1)
      #expect(pool.largeAllocationCount == 2)
    }
  }
}
