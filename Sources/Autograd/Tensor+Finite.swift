import Synchronization

extension Tensor {
  /// Whether every value is a finite number: neither NaN nor ±∞.
  ///
  /// The values are read once, on all threads.
  public var isFinite: Bool {
    withValues { values in
      let isDamaged = Atomic(false)
      parallelRanges(values.count, grain: 1 << 18) { range in
        guard !isDamaged.load(ordering: .relaxed) else { return }
        // All bits of the exponent are set in NaN and ±∞ alone. Without a way out of the loop it is made into vectors.
        var found: UInt32 = 0
        for index in range { found |= values[index].bitPattern & 0x7F80_0000 == 0x7F80_0000 ? 1 : 0 }
        if found != 0 { isDamaged.store(true, ordering: .relaxed) }
      }
      return !isDamaged.load(ordering: .relaxed)
    }
  }

  /// The place of the first value that is no finite number, if there is one.
  public var firstNotFinite: Int? {
    withValues { values in values.firstIndex { !$0.isFinite } }
  }
}
