import ModelZoo

/// How often a lesson may show a picture to a network, so that its reader need not wait for long.
///
/// It follows from the network's multiplications, not from a clock, so that the same material gives the same numbers on every
/// machine.
package struct Budget {
  /// How long the lesson may take, in seconds on a machine of two cores.
  package let seconds: Double
  /// The pictures that may go through the network in that time; a training step counts as three of them.
  package let passes: Int

  /// Multiplications that a machine of two cores is taken to do in a second.
  package static let multiplicationsPerSecond = 1.5e11

  /// A minute and a half for a small network, four minutes for one that is dear, unless told otherwise.
  package init(_ network: Network, seconds wanted: Double?) {
    let cost = Double(max(1, network.multiplications))
    seconds = wanted ?? (cost > 5e8 ? 240 : 90)
    passes = Int(seconds * Budget.multiplicationsPerSecond / cost)
  }

  /// The first of some choices, the dearest first, that costs at most a share of all passes; else the last of them.
  package func first<Choice>(of choices: [Choice], within share: Double = 1, passes cost: (Choice) -> Int) -> Choice {
    precondition(!choices.isEmpty, "nothing to choose from")
    return choices.first { Double(cost($0)) <= share * Double(passes) } ?? choices[choices.count - 1]
  }
}
