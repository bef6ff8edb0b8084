import Foundation

/// How much an exercise may take before the system ends it.
enum ExerciseLimits {
  /// Sets limits on computing time, time and memory.
  static func apply() {
    set(RLIMIT_CPU, to: RunLimits.seconds)
    set(RLIMIT_CORE, to: 0)
    set(RLIMIT_AS, to: RunLimits.bytes)
    alarm(UInt32(RunLimits.secondsOfWaiting))
  }

  #if os(Linux)
  private typealias Resource = __rlimit_resource
  #else
  private typealias Resource = Int32
  #endif

  private static func set(_ resource: Resource, to most: Int) {
    var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most + 5))
    #if os(Linux)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    #else
    setrlimit(resource, &limit)
    #endif
  }
}
