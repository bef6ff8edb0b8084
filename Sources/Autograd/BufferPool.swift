import CKernels
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Keeps released buffers for the next tensor of about the same size, so that the second training step asks the system
/// for no memory.
package final class BufferPool: Sendable {
  /// A piece of memory of one of the pool's sizes.
  ///
  /// Sendable because it has one owner at a time: the pool, or the storage that took it.
  struct Buffer: @unchecked Sendable {
    let address: UnsafeMutableRawPointer
    let bytes: Int
  }

  /// The pool that new tensors take their memory from.
  ///
  /// Every tensor gives its memory back to the pool it came from; one that is bound for a while sees nobody else's tensors.
  @TaskLocal package static var current = BufferPool()

  /// The released buffers of one size, and the fewest of them that have lain there since the last sweep.
  fileprivate struct Shelf {
    var buffers: [Buffer] = []
    var idle = 0
  }

  private struct State {
    var shelves: [Int: Shelf] = [:]
    var requests = 0

    mutating func take(_ size: Int) -> Buffer? {
      requests += 1
      if requests % BufferPool.sweepPeriod == 0 { sweep() }
      guard let buffer = shelves[size]?.buffers.popLast() else { return nil }
      shelves[size]?.lowerIdle()
      return buffer
    }

    /// Gives back to the system what lay there all the time since the last sweep.
    private mutating func sweep() {
      for size in shelves.keys { shelves[size]?.sweep() }
    }
  }

  /// After so many requests what nobody has needed meanwhile goes back to the system: far more than a step of training makes,
  /// so that only work whose tensors had other sizes leaves anything behind.
  private static let sweepPeriod = 1 << 14

  private let state = Mutex(State())
  private let largeAllocations = Atomic(0)

  /// An empty pool.
  package init() {}

  deinit {
    state.withLock { state in
      for shelf in state.shelves.values { for buffer in shelf.buffers { free(buffer.address) } }
    }
  }

  /// How often the pool had nothing to give and asked the system for more than 64 KiB.
  package var largeAllocationCount: Int { largeAllocations.load(ordering: .relaxed) }

  /// Sizes grow in steps of an eighth, so that at most about an eighth of a buffer is unused.
  static func roundedUp(_ bytes: Int) -> Int {
    let smallest = 256
    guard bytes > smallest else { return smallest }
    let step = max(64, (1 << (Int.bitWidth - 1 - (bytes - 1).leadingZeroBitCount)) / 8)
    return (bytes + step - 1) / step * step
  }

  func take(bytes: Int) -> Buffer {
    alih_flush_denormals()
    let size = BufferPool.roundedUp(bytes)
    if let buffer = state.withLock({ $0.take(size) }) { return buffer }
    if size > 64 << 10 { largeAllocations.add(1, ordering: .relaxed) }
    var address: UnsafeMutableRawPointer?
    let status = posix_memalign(&address, 64, size)
    guard status == 0, let address else { preconditionFailure("out of memory: \(size) bytes for a tensor") }
    return Buffer(address: address, bytes: size)
  }

  func give(_ buffer: Buffer) {
    state.withLock { $0.shelves[buffer.bytes, default: Shelf()].buffers.append(buffer) }
  }
}

extension BufferPool.Shelf {
  fileprivate mutating func lowerIdle() { idle = min(idle, buffers.count) }

  fileprivate mutating func sweep() {
    for buffer in buffers.prefix(idle) { free(buffer.address) }
    buffers.removeFirst(idle)
    idle = buffers.count
  }
}
