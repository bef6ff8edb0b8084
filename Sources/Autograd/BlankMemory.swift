#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Memory that nobody writes to and that takes none; reading it gives zeros.
///
/// For weights whose values are about to come from a file, and for networks of which the shapes alone are wanted.
private final class BlankMemory {
  let values: UnsafeBufferPointer<Float>

  /// `nil` where the system has no room left among its addresses.
  init?(count: Int) {
    let bytes = max(count, 1) * MemoryLayout<Float>.stride
    guard let address = mmap(nil, bytes, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), address != MAP_FAILED else {
      return nil
    }
    values = UnsafeBufferPointer(start: address.bindMemory(to: Float.self, capacity: count), count: count)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: values.baseAddress), max(values.count, 1) * MemoryLayout<Float>.stride)
  }
}

extension Tensor {
  /// A tensor of a shape whose values nobody looks at.
  static func blank(shape: [Int]) -> Tensor {
    let count = shape.reduce(1, *)
    guard let memory = BlankMemory(count: count) else {
      preconditionFailure("out of memory: \(count) values for a tensor")
    }
    return Tensor(shape: shape, of: memory.values, ownedBy: memory)
  }
}
