import Autograd
import NeuralNetworks

extension ProjectedGradient {
  /// How often pictures that were made on one network reach a goal on others: `[source][victim]`, shares in [0, 1].
  ///
  /// The attacker sees the source alone; the victims answer for the finished pictures (Szegedy et al., 2014; Papernot et
  /// al., 2016). Where a source is among the victims, its entry is the success of an attacker who holds the network.
  ///
  /// ```swift
  /// let rates = attack.transferRates(of: dogs, labels: cats, from: networks, to: networks)
  /// rates[0][1]   // made on the first network, shown to the second
  /// ```
  public func transferRates(
    of pictures: Tensor, labels: [Int], from sources: [any Layer], to victims: [any Layer]
  ) -> [[Float]] {
    sources.map { source in
      let attacked = attack(source, pictures, labels: labels)
      return victims.map { $0.successRate(of: attacked, goals: goals(for: labels)) }
    }
  }
}
