import Autograd

/// Ways in which a file goes wrong on its way: bits turn over, pieces are lost, added, repeated, and numbers become
/// extreme, as bytes or in words.
enum Mutation: CaseIterable {
  case flippedBits, cutEnd, lostPiece, strayBytes, repeatedPiece, extremeNumber, extremeWord

  /// The bytes after one to three mishaps.
  static func mutated(_ bytes: [UInt8], using random: inout RandomSource) -> [UInt8] {
    (0...random.below(3)).reduce(bytes) { bytes, _ in
      random.pick(Mutation.allCases).applied(to: bytes, using: &random)
    }
  }

  private func applied(to bytes: [UInt8], using random: inout RandomSource) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var result = bytes
    // Headers are short, and the most happens there.
    let start = random.below(random.chance(0.5) ? min(bytes.count, 64) : bytes.count)
    let piece = start..<min(bytes.count, start + 1 + random.below(200))
    switch self {
    case .flippedBits:
      for _ in 0...random.below(8) { result[random.below(bytes.count)] ^= 1 << UInt8(random.below(8)) }
    case .cutEnd: result.removeSubrange(start...)
    case .lostPiece: result.removeSubrange(piece)
    case .strayBytes:
      result.insert(contentsOf: (0...random.below(40)).map { _ in UInt8(random.below(256)) }, at: start)
    case .repeatedPiece:
      result.insert(contentsOf: (0...random.below(50)).flatMap { _ in bytes[piece] }, at: start)
    case .extremeNumber:
      let extremes: [[UInt8]] = [
        [0, 0], [0, 1], [0xFF, 0xFF], [0x7F, 0xFF], [0x80, 0], [0x40, 0], [0, 0, 0, 0], [0x7F, 0xFF, 0xFF, 0xFF],
        [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0x3F, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
      ]
      let number = random.pick(extremes)
      result.replaceSubrange(start..<min(bytes.count, start + number.count), with: number)
    case .extremeWord:
      // The first run of letters and digits from there on becomes another word.
      guard let first = bytes[start...].firstIndex(where: isLetterOrDigit) else { return bytes }
      let end = bytes[first...].firstIndex { !isLetterOrDigit($0) } ?? bytes.count
      result.replaceSubrange(first..<end, with: Array(random.pick(Mutation.words).utf8))
    }
    return result
  }

  /// Words that a reader of numbers, names and lists may stumble over.
  private static let words = [
    "0", "-1", "1e-300", "1e300", "1e-4", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "NaN",
    "Infinity", "null", "true", "[]", "{}", "\"\"", "", "\u{1B}[2J", "\u{202E}", "\u{2028}", "../../x", "0.5", "65536",
    String(repeating: "9", count: 400), String(repeating: "a", count: 10_000),
  ]
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 46 || byte == 95
}
