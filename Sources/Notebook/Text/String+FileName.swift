extension String {
  /// A name from elsewhere as a part of a file's name: letters, digits, spaces and `-_.,+=()`, without a dot, dash or space at an
  /// edge, at most 180 bytes long, so that an ending and `.partial` go after it, and none of the names that Windows keeps for
  /// itself.
  ///
  /// A name that already is like that stays as it is; any other gets a number made of all of it (FNV-1a, 64 bits) behind what
  /// is left, so that two names never become one.
  package var fileName: String {
    var kept = String(map { $0.isPlain ? $0 : "-" })
    while kept.utf8.count > Self.mostBytes { kept.removeLast() }
    kept = kept.withoutEdges
    guard kept != self || kept.isEmpty || kept.isKeptByWindows || kept.hasNumber else { return self }
    while kept.utf8.count > Self.mostBytes - Self.digits - 1 { kept.removeLast() }
    let number = String(utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, radix: 16)
    let name = kept.isKeptByWindows ? "name" : kept.withoutEdges
    return (name.isEmpty ? "name" : name) + "-" + String(repeating: "0", count: Self.digits - number.count) + number
  }

  private static let mostBytes = 180
  private static let digits = 16

  private var withoutEdges: String {
    let start = drop { " .-".contains($0) }
    return start.lastIndex { !" .-".contains($0) }.map { String(start[...$0]) } ?? ""
  }

  /// Whether it ends as a name with a number does: then it gets one of its own, lest it be that of another name.
  private var hasNumber: Bool { contains(/-[0-9a-f]{16}$/) }

  private var isKeptByWindows: Bool {
    let stem = prefix { $0 != "." }.uppercased().trimmingSpacesAtEnd
    return ["CON", "PRN", "AUX", "NUL"].contains(stem)
      || stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT")) && stem.last?.isNumber == true
  }

  private var trimmingSpacesAtEnd: String {
    lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
  }
}

extension Character {
  /// Whether every file system and every shell's pattern takes it for itself.
  fileprivate var isPlain: Bool {
    (isLetter || isNumber || " -_.,+=()".contains(self)) && !unicodeScalars.contains(where: \.commands)
  }
}
