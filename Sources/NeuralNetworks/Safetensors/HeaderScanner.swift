/// Reads the JSON of a safetensors header byte by byte.
///
/// It takes what the specification allows and nothing else, where a general JSON reader would pass over keys that stand
/// there twice: objects, text, and lists of whole numbers that are not negative. What it reads never goes deeper than a
/// header does.
struct HeaderScanner {
  typealias Problem = SafetensorsHeader.Problem

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Whether a character comes next, after white space.
  mutating func isNext(_ character: Unicode.Scalar) -> Bool {
    while let next, next == 0x20 || 0x09...0x0D ~= next && next != 0x0B && next != 0x0C { position += 1 }
    return next == UInt8(ascii: character)
  }

  /// Goes over a character where it comes next.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Problem) {
    guard skip(character) else {
      throw Problem(text: "the header must be JSON, but has no \(character) where one belongs, at its byte \(position)")
    }
  }

  /// An object, each of whose values `value` reads once it is told the key; no key may come twice.
  mutating func object(
    _ value: (_ scanner: inout HeaderScanner, _ key: String) throws(Problem) -> Void
  ) throws(Problem) {
    var keys: Set<String> = []
    try expect("{")
    if skip("}") { return }
    repeat {
      let key = try string()
      guard keys.insert(key).inserted else { throw Problem(text: "keys must differ, but \(key) is there twice") }
      try expect(":")
      try value(&self, key)
    } while skip(",")
    try expect("}")
  }

  /// A list of whole numbers from 0 on.
  mutating func counts(_ what: String) throws(Problem) -> [Int] {
    guard skip("[") else { throw Problem(text: "\(what) must be a list of whole numbers") }
    var counts: [Int] = []
    if skip("]") { return counts }
    repeat {
      guard let count = count() else {
        throw Problem(text: "\(what) must be a list of whole numbers from 0 to 2⁶³ - 1")
      }
      counts.append(count)
    } while skip(",")
    guard skip("]") else { throw Problem(text: "\(what) must be a list of whole numbers from 0 to 2⁶³ - 1") }
    return counts
  }

  private mutating func count() -> Int? {
    _ = isNext("0")
    let start = position
    while let next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= next { position += 1 }
    let digits = bytes[start..<position]
    guard digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Text in quotation marks.
  mutating func string() throws(Problem) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw Problem(text: "the header must be JSON, whose text has no control characters") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        text += try escaped()
      } else {
        text.append(byte)
      }
    }
    try expect("\"")
    guard let string = String(validating: text, as: UTF8.self) else {
      throw Problem(text: "the header must be UTF-8, but its text before byte \(position) is not")
    }
    return string
  }

  /// The UTF-8 of what a backslash stands before.
  private mutating func escaped() throws(Problem) -> [UInt8] {
    let kind = next
    position += 1
    switch kind.map(Unicode.Scalar.init) {
    case "\"": return [0x22]
    case "\\": return [0x5C]
    case "/": return [0x2F]
    case "b": return [0x08]
    case "f": return [0x0C]
    case "n": return [0x0A]
    case "r": return [0x0D]
    case "t": return [0x09]
    case "u": return try Array(codeUnits().utf8)
    default: throw Problem(text: "the header must be JSON, which has no such escape as at its byte \(position)")
    }
  }

  /// One character by its code of four hexadecimal digits, or of two codes after one another.
  private mutating func codeUnits() throws(Problem) -> String {
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), next == UInt8(ascii: "\\") {
      position += 2
      units.append(try codeUnit())
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw Problem(text: "the header must be JSON, but has half a character before its byte \(position)")
    }
    return text
  }

  private mutating func codeUnit() throws(Problem) -> UInt16 {
    let end = position + 4
    guard end <= bytes.count, bytes[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
    else { throw Problem(text: "the header must be JSON, but has no four digits at its byte \(position)") }
    position = end
    return unit
  }

  /// Nothing may follow but spaces.
  func end() throws(Problem) {
    guard bytes[position...].allSatisfy({ $0 == 0x20 }) else {
      throw Problem(text: "nothing but spaces may follow the header's last brace")
    }
  }
}
