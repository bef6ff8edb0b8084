import Autograd
import NeuralNetworks

/// Texts as vectors: each word is looked up in a table, looked at alone or with the word that follows, and what comes of all
/// of them is averaged.
///
/// With e the table's rows: h_t = ReLU(W · [e_t, e_(t+1)] + b), or of e_t alone, and the text is V · mean h_t + c. Of words alone
/// the order is lost: "a black cat with white spots" and "a white cat with black spots" are one text.
public struct WordTower: Layer {
  private let table: Parameter
  private let inner, outer: Linear
  private let looksAhead: Bool

  /// A tower for the numbers 0 ..< `vocabulary`, of which 0 stands for nothing, with random weights.
  public init(
    vocabulary: Int, width: Int = 24, hidden: Int = 64, outputs: Int, looksAhead: Bool = true,
    random: inout RandomSource
  ) {
    table = Parameter(.normal(shape: [vocabulary, width], random: &random))
    inner = Linear(looksAhead ? 2 * width : width, hidden, random: &random)
    outer = Linear(hidden, outputs, random: &random)
    self.looksAhead = looksAhead
  }

  /// The vectors `[N, outputs]` of texts `[N, T]`, each word a number; what is 0 counts for nothing in the mean.
  public func callAsFunction(_ texts: Tensor, _ mode: Mode) -> Tensor {
    let (count, length) = (texts.shape[0], texts.shape[1])
    let numbers = texts.values.map { Int($0) }
    var words = table.value.gather(rows: numbers)
    if looksAhead {
      let following = numbers.indices.map { ($0 + 1) % length == 0 ? 0 : numbers[$0 + 1] }
      words = .concatenated([words, table.value.gather(rows: following)], along: 1)
    }
    let parts = inner(words, mode).relu().reshaped([count, length, inner.bias.value.count])
    let isWord = Tensor(numbers.map { $0 == 0 ? 0 : 1 }, shape: [count, length, 1])
    let lengths = isWord.sum(along: [1])
    let shares = Tensor(lengths.values.map { 1 / max(1, $0) }, shape: [count, 1])
    return outer((parts * isWord).sum(along: [1]) * shares, mode)
  }

  /// `inner` and `outer`, the two linear maps.
  public var children: [(name: String, layer: any Layer)] { [("inner", inner), ("outer", outer)] }

  /// `table`, and the two linear maps.
  public var state: [(name: String, parameter: Parameter)] { [("table", table)] + childState }
}
