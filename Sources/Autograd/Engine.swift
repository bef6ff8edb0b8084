import CKernels

/// How the engine computes: the instruction set and the number of threads.
public enum Engine {
  /// The instruction set in use: "avx512", "avx2", "neon" or "portable".
  public static var instructionSet: String { String(cString: alih_instruction_set()) }

  /// The number of threads that large operations are divided over.
  ///
  /// Results do not depend on it, bit by bit.
  public static var threads: Int {
    get { Int(alih_threads()) }
    set { alih_set_threads(Int32(clamping: newValue)) }
  }

  /// Uses the named instruction set for what this thread computes from now on; false if this machine does not have it.
  public static func select(instructionSet name: String) -> Bool {
    alih_select_instruction_set(name) == 1
  }

  /// The largest number of operations a second, measured now: multiply-adds in registers alone, on all threads with the
  /// instruction set in use, each counted as two operations; the best of some short runs.
  public static func measuredPeak() -> Double {
    let clock = ContinuousClock()
    return (0..<12).map { _ in
      var count = 0.0
      let time = clock.measure { count = alih_multiply_adds(2_000_000) }
      return 2 * count / (time / .seconds(1))
    }.max() ?? 0
  }

  /// Follows the environment variables `ALIH_THREADS` (1 to 64) and `ALIH_ISA` (an instruction set) where they are set.
  /// - Throws: one line if a value is not one of these.
  public static func configure(environment: [String: String]) throws(EngineError) {
    if let text = environment["ALIH_THREADS"] {
      guard let count = Int(text), 1...64 ~= count else {
        throw EngineError(description: "ALIH_THREADS=\(text): give a number of threads from 1 to 64")
      }
      threads = count
    }
    if let name = environment["ALIH_ISA"], !select(instructionSet: name) {
      let here = ["avx512", "avx2", "neon", "portable"].filter { isAvailable($0) }.joined(separator: ", ")
      throw EngineError(description: "ALIH_ISA=\(name): this machine has \(here)")
    }
  }

  private static func isAvailable(_ name: String) -> Bool {
    let before = instructionSet
    defer { _ = select(instructionSet: before) }
    return select(instructionSet: name)
  }
}

/// Why the engine cannot compute as asked, in one line.
public struct EngineError: Error, CustomStringConvertible {
  /// The setting and what it may be.
  public let description: String
}
