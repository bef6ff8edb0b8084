extension Quiz.Question {
  /// The question with its options in an order that follows from a seed and its id alone, so that the place of the right one
  /// says nothing, and all who have the seed see the same order.
  ///
  /// Each option gets a number made of its place in the file, the id and the seed; their order is that of the numbers.
  public func shuffled(seed: UInt64) -> Quiz.Question {
    let numbers = options.indices.map { Self.number("\($0)/\(id)/\(seed)") }
    return Quiz.Question(
      id: id, text: text, options: options.indices.sorted { numbers[$0] < numbers[$1] }.map { options[$0] })
  }

  /// A number in which each bit depends on the whole text: FNV-1a, then the last steps of SplitMix64 (Steele et al., 2014).
  private static func number(_ text: String) -> UInt64 {
    var number = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }
}

extension Quiz {
  /// The seed of a sitting: the same for one reader on one day, so that who stops and begins again meets the same order.
  public static func seed(reader: String, day: String) -> UInt64 {
    "\(reader)/\(day)".utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
