/// The memory of a tensor: `count` floats, aligned to a cache line, taken from the buffer pool and given back to it; or those
/// of somebody else, such as a file that is mapped into memory.
///
/// Sendable although it holds a pointer: it is written once, by the operation that makes it, before anyone else sees it.
final class Storage: @unchecked Sendable {
  let count: Int
  let pointer: UnsafeMutablePointer<Float>
  /// What the values were packed into, where they are the weight of a convolution.
  let packed = PackedWeights()
  private let owner: Owner

  private enum Owner {
    case pool(BufferPool, BufferPool.Buffer)
    case other(AnyObject)
  }

  init(count: Int) {
    self.count = count
    let pool = BufferPool.current
    let buffer = pool.take(bytes: max(count, 1) * MemoryLayout<Float>.stride)
    pointer = buffer.address.bindMemory(to: Float.self, capacity: max(count, 1))
    owner = .pool(pool, buffer)
  }

  /// Memory that is there as long as `owner` is, and that nobody writes to.
  init(_ values: UnsafeBufferPointer<Float>, ownedBy owner: AnyObject) {
    count = values.count
    pointer = UnsafeMutablePointer(mutating: values.baseAddress) ?? .allocate(capacity: 0)
    self.owner = .other(owner)
  }

  deinit {
    if case .pool(let pool, let buffer) = owner { pool.give(buffer) }
  }
}
