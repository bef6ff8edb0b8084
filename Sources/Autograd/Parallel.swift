import CKernels

/// Runs `body(0)` … `body(count − 1)` on the engine's threads and returns when all are done.
///
/// Each index must write only what no other index reads or writes; then the result does not depend on the number of
/// threads.
package func parallel(_ count: Int, _ body: (Int) -> Void) {
  withoutActuallyEscaping(body) { body in
    var task = body
    withUnsafeMutablePointer(to: &task) { context in
      alih_parallel(
        count, { context, index in context?.assumingMemoryBound(to: ((Int) -> Void).self).pointee(index) }, context)
    }
  }
}

/// Splits `0 ..< count` into ranges worth a thread's while and runs `body` on each, in parallel when there are several.
@inline(__always)
package func parallelRanges(_ count: Int, grain: Int = 1 << 15, _ body: (Range<Int>) -> Void) {
  guard count > grain else { return body(0..<count) }
  parallel((count + grain - 1) / grain) { index in
    body(index * grain..<min(count, (index + 1) * grain))
  }
}
