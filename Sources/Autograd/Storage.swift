/// The memory of a tensor: `count` floats, aligned to a cache line, taken from the buffer pool and given back to it.
///
/// Sendable although it holds a pointer: it is written once, by the operation that makes it, before anyone else sees it.
final class Storage: @unchecked Sendable {
  let count: Int
  let pointer: UnsafeMutablePointer<Float>
  /// What the values were packed into, where they are the weight of a convolution.
  let packed = PackedWeights()
  private let buffer: BufferPool.Buffer
  private let pool = BufferPool.current

  init(count: Int) {
    self.count = count
    buffer = pool.take(bytes: max(count, 1) * MemoryLayout<Float>.stride)
    pointer = buffer.address.bindMemory(to: Float.self, capacity: max(count, 1))
  }

  deinit {
    pool.give(buffer)
  }
}
