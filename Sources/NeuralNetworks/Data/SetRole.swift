/// What a labelled set may be used for.
public protocol SetRole: Sendable {}
/// For learning weights.
public enum Learning: SetRole {}
/// For choosing settings: a learning rate, an epoch, a method.
public enum Choosing: SetRole {}
/// For the one score that is reported.
public enum Scoring: SetRole {}
