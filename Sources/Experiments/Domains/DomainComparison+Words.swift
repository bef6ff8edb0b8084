import Foundation
import Notebook
import TransferLearning

extension DomainComparison {
  /// What was found about X.
  public var spaceEvidence: Phrase {
    let (source, target) = (source.space, target.space)
    return source == target
      ? Phrase(en: "the same, \(source)", id: "sama, \(source)")
      : Phrase(en: "\(source) against \(target)", id: "\(source) lawan \(target)")
  }

  /// What was found about Y.
  public var classEvidence: Phrase {
    let (shared, gone, new) = classes
    if gone.isEmpty && new.isEmpty {
      return Phrase(en: "the same, \(shared.count) classes", id: "sama, \(shared.count) kelas")
    }
    return Phrase(
      en: "\(shared.count) in common, \(gone.count) gone, \(new.count) new",
      id: "\(shared.count) sama, \(gone.count) hilang, \(new.count) baru")
  }

  /// What was found about P(x, y).
  public var distributionEvidence: Phrase {
    guard let shares, let appearance else {
      return Phrase(en: "not comparable, since X or Y differs", id: "tak terbandingkan, sebab X atau Y berbeda")
    }
    // The bar is U+2223, since an upright stroke would end the cell of a table.
    return Phrase { language in
      "P(y): p \(shares.pValue.text(3, in: language)); P(x ∣ y): p \(appearance.pValue.text(3, in: language))"
    }
  }

  /// The answer.
  public var verdict: Phrase {
    let held = Condition.allCases.filter(conditions.contains).map(\.symbol)
    guard !held.isEmpty else {
      return Phrase(
        en: "nothing speaks against one and the same domain", id: "tak ada yang menyangkal bahwa domainnya satu")
    }
    return Phrase(
      en: "transfer learning is at stake: \(held.joined(separator: " and "))",
      id: "ini urusan transfer learning: \(held.joined(separator: " dan "))")
  }
}

extension DomainComparison.Condition {
  /// The condition as a formula.
  public var symbol: String {
    switch self {
    case .featureSpace: "Xₛ ≠ Xₜ"
    case .labelSpace: "Yₛ ≠ Yₜ"
    case .distribution: "Pₛ(x, y) ≠ Pₜ(x, y)"
    }
  }
}

extension Phrase {
  /// A text that is made for each language alike.
  package init(_ text: (Language) -> String) {
    self.init(en: text(.en), id: text(.id))
  }
}

extension Float {
  /// The number with some digits after the separator, as a reader of `language` writes it.
  package func text(_ digits: Int, in language: Language) -> String {
    ValueFormat.number(digits: digits).text(Double(self), in: language)
  }
}
