import Experiments
import ModelZoo

/// A way to learn from a few pictures: where it starts, and how fast it goes.
struct TuningWay {
  let name: String
  let rate: Float
  let start: (FewPictures) throws -> Network

  init(_ name: String, rate: Float, start: @escaping (FewPictures) throws -> Network) {
    self.name = name
    self.rate = rate
    self.start = start
  }
}
