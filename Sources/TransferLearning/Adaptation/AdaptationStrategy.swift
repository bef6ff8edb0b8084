/// A way to bring a network from a source with labels to a target.
public enum AdaptationStrategy: Sendable, Hashable {
  /// Learns from what has labels, and looks at no target picture without: what every other way has to beat.
  case sourceOnly
  /// The target's statistics in the batch norms, and nothing learnt from it (AdaBN; Li et al., 2018).
  case adaBN
  /// Cross entropy on the source + `weight` · ramp · CORAL distance of the features (deep CORAL; Sun and Saenko, 2016).
  case coral(weight: Float)
  /// Cross entropy on the source + `weight` · ramp · MMD² of the features, five kernels around the median (DAN; Long et al.,
  /// 2015).
  case mmd(weight: Float)
  /// Cross entropy on the source + `weight` · the discriminator's cross entropy, reversed on its way to the features (DANN;
  /// Ganin et al., 2016).
  case dann(weight: Float)
  /// Cross entropy on the source + cross entropy on what the network itself is sure of (Lee, 2013).
  case selfTraining(SelfTraining)
  /// The entropy of the answers on the target alone, with the batch's own statistics; scales and shifts of the batch norms
  /// learn, nothing else, and no source picture is needed (TENT; Wang et al., 2021).
  case tent

  /// How a network learns from its own answers.
  public struct SelfTraining: Sendable, Hashable {
    /// How sure an answer must be to count, in [0, 1].
    public var threshold: Float
    /// The share of them that counts, the surest first.
    public var share: Float
    /// Whether each class may give as many as any other.
    public var isBalanced: Bool

    /// Only sure answers, all of them but for the balance of the classes.
    public init(threshold: Float = 0.9, share: Float = 1, isBalanced: Bool = true) {
      (self.threshold, self.share, self.isBalanced) = (threshold, share, isBalanced)
    }

    /// The surer half of what is taken for each class, however sure: what one writes first.
    public static let naive = SelfTraining(threshold: 0, share: 0.5, isBalanced: false)
  }
}
