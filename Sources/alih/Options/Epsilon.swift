import ArgumentParser

/// The size of an attack, on the scale of pictures in [0, 1]: written as a fraction such as 8/255, or as 0.03.
struct Epsilon {
  let value: Float

  /// Nil for what is neither.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Float($0) ?? .nan }
    guard parts.count <= 2, parts.allSatisfy(\.isFinite), parts.count == 1 || parts[1] > 0 else { return nil }
    value = parts.count == 2 ? parts[0] / parts[1] : parts[0]
  }
}

/// How the size of an attack is measured.
enum NormName: String, ExpressibleByArgument, CaseIterable {
  case linf, l2
}
