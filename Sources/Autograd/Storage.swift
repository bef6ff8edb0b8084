import CKernels
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The memory of a tensor: `count` floats, aligned to a cache line, taken from the buffer pool and given back to it.
///
/// Sendable although it holds a pointer: it is written once, by the operation that makes it, before anyone else sees it.
final class Storage: @unchecked Sendable {
  let count: Int
  let pointer: UnsafeMutablePointer<Float>
  /// What the values were packed into, where they are the weight of a convolution.
  let packed = PackedWeights()
  private let buffer: BufferPool.Buffer

  init(count: Int) {
    self.count = count
    buffer = BufferPool.shared.take(bytes: max(count, 1) * MemoryLayout<Float>.stride)
    pointer = buffer.address.bindMemory(to: Float.self, capacity: max(count, 1))
  }

  deinit {
    BufferPool.shared.give(buffer)
  }
}

/// Keeps released buffers for the next tensor of about the same size, so that the second training step asks the system
/// for no memory.
final class BufferPool: Sendable {
  /// A piece of memory of one of the pool's sizes.
  ///
  /// Sendable because it has one owner at a time: the pool, or the storage that took it.
  struct Buffer: @unchecked Sendable {
    let address: UnsafeMutableRawPointer
    let bytes: Int
  }

  static let shared = BufferPool()

  private let free = Mutex<[Int: [Buffer]]>([:])

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
    if let buffer = free.withLock({ $0[size]?.popLast() }) { return buffer }
    var address: UnsafeMutableRawPointer?
    let status = posix_memalign(&address, 64, size)
    guard status == 0, let address else { preconditionFailure("out of memory: \(size) bytes for a tensor") }
    return Buffer(address: address, bytes: size)
  }

  func give(_ buffer: Buffer) {
    free.withLock { $0[buffer.bytes, default: []].append(buffer) }
  }
}
