import Foundation
import ModelZoo
import Notebook

extension Network {
  /// Which scale was taken where nobody said it; `nil` where somebody did.
  package var assumedScale: Phrase? {
    guard assumesScale else { return nil }
    guard normalization != .imageNet else { return Phrase(en: "ImageNet's", id: "skala ImageNet") }
    func numbers(_ values: [Float]) -> String {
      let shown = values.map { String(format: "%.3g", $0) }
      return Set(shown).count == 1 ? shown[0] : shown.joined(separator: ",")
    }
    let scale = "mean \(numbers(normalization.mean)), std \(numbers(normalization.standardDeviation))"
    return Phrase(
      en: "that of \(architecture.name)'s authors (\(scale))", id: "skala pembuat \(architecture.name) (\(scale))")
  }
}
