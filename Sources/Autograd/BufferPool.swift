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

  private let released = Mutex<[Int: [Buffer]]>([:])
  private let largeAllocations = Atomic(0)

  /// An empty pool.
  package init() {}

  deinit {
    released.withLock { buffers in
      for buffer in buffers.values.joined() { free(buffer.address) }
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
    if let buffer = released.withLock({ $0[size]?.popLast() }) { return buffer }
    if size > 64 << 10 { largeAllocations.add(1, ordering: .relaxed) }
    var address: UnsafeMutableRawPointer?
    let status = posix_memalign(&address, 64, size)
    guard status == 0, let address else { preconditionFailure("out of memory: \(size) bytes for a tensor") }
    return Buffer(address: address, bytes: size)
  }

  func give(_ buffer: Buffer) {
    released.withLock { $0[buffer.bytes, default: []].append(buffer) }
  }
}
