import Foundation
import Notebook

extension IdealGallery.Result: Encodable {
  private enum CodingKeys: String, CodingKey {
    case file, index, seed, probability, variation
    case className = "class"
    case isFirstAnswer = "first_answer"
    case isGrey = "grey"
    case isFailure = "failed"
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(file.relativePath, forKey: .file)
    try values.encode(className, forKey: .className)
    try values.encode(index, forKey: .index)
    try values.encode(seed, forKey: .seed)
    try values.encode(probability, forKey: .probability)
    try values.encode(variation, forKey: .variation)
    try values.encode(isFirstAnswer, forKey: .isFirstAnswer)
    try values.encode(isGrey, forKey: .isGrey)
    try values.encode(isFailure, forKey: .isFailure)
  }
}

extension [IdealGallery.Result] {
  /// What is to be said of pictures that are none of what the network calls their class: a line for each such class.
  public func failures(in language: Language) -> [String] {
    let classes = Dictionary(grouping: self, by: \.index).sorted { $0.key < $1.key }.map(\.value)
    return classes.compactMap { results in
      let failed = results.filter(\.isFailure)
      guard let best = failed.max(by: { $0.probability < $1.probability }) else { return nil }
      let digits = best.probability < 0.01 ? 2 : 1
      let probability = ValueFormat.percent(digits: digits).text(Double(best.probability), in: language)
      let grey = failed.count(where: \.isGrey)
      let name = ClassLabel.phrase(best.className)
      return Phrase(
        en: "\(name.en): \(failed.count) of \(results.count) came to nothing: "
          + (grey > 0 ? "\(grey) stayed grey, " : "")
          + "the probability is \(probability) at most; give a lower --variation, more --steps or another --seed",
        id: "\(name.id): \(failed.count) dari \(results.count) tidak berhasil: "
          + (grey > 0 ? "\(grey) tetap abu-abu, " : "")
          + "probabilitasnya paling tinggi \(probability); beri --variation lebih kecil, --steps lebih banyak, atau --seed lain"
      )(language)
    }
  }
}
