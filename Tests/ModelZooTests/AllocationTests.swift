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
}
