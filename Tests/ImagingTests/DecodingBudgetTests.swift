import Dispatch
import Synchronization
import Testing

@testable import Imaging

@Suite struct DecodingBudgetTests {
  @Test("what is decoded at the same time stays within the budget, and what is larger runs alone")
  func budget() throws {
    let budget = DecodingBudget(bytes: 100)
    let spent = Atomic(0)
    let most = Atomic(0)
    let done = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 200) { index in
      let wanted = [10, 40, 60, 1_000][index % 4]
      try? budget.spending(wanted) { () throws(ImagingError) in
        let now = spent.add(min(wanted, 100), ordering: .sequentiallyConsistent).newValue
        most.max(now, ordering: .sequentiallyConsistent)
        spent.subtract(min(wanted, 100), ordering: .sequentiallyConsistent)
        done.add(1, ordering: .sequentiallyConsistent)
        if index % 7 == 0 { throw ImagingError(.empty, name: "picture") }
      }
    }
    #expect(most.load(ordering: .relaxed) <= 100 && done.load(ordering: .relaxed) == 200)
    #expect(try budget.spending(100) { () throws(ImagingError) in 5 } == 5, "all has been given back")
  }
}
