import CKernels
import Synchronization

/// A weight in the order in which the kernels read it, kept with the weight's own memory for as long as that lives.
///
/// A tensor's values never change, so what was packed once stays right.
final class PackedWeights: Sendable {
  private struct Entry {
    let key: Key
    let storage: Storage
  }

  /// What the order of a packed weight depends on: which algorithm the kernels choose, and for which instruction set.
  private struct Key: Equatable {
    let gradient: Bool
    let groups, stride, dilation, mostPadding: Int
    let instructionSet: String
  }

  private let entries = Mutex<[Entry]>([])

  /// The packed weight for a convolution or its input gradient; `nil` where packing is of no use.
  func storage(for geometry: alih_convolution, gradient: Bool, of weight: Storage) -> Storage? {
    var geometry = geometry
    let count = alih_packed_size(&geometry, gradient ? 1 : 0)
    guard count > 0 else { return nil }
    let key = Key(
      gradient: gradient, groups: geometry.groups, stride: geometry.stride, dilation: geometry.dilation,
      mostPadding: max(geometry.top, geometry.bottom, geometry.left, geometry.right),
      instructionSet: Engine.instructionSet)
    if let found = entries.withLock({ $0.first { $0.key == key } }) { return found.storage }
    let packed = Storage(count: count)
    alih_pack_weight(&geometry, gradient ? 1 : 0, weight.pointer, packed.pointer)
    entries.withLock { $0.append(Entry(key: key, storage: packed)) }
    return packed
  }
}

extension Tensor {
  /// This weight packed for a convolution, or for its input gradient.
  func packed(for geometry: alih_convolution, gradient: Bool) -> Storage? {
    storage.packed.storage(for: geometry, gradient: gradient, of: storage)
  }
}
