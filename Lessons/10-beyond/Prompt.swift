import Autograd
import Datasets
import Notebook
import TransferLearning

/// The words that stand for an animal which was never named.
enum Prompt: String, CaseIterable, StudyKey {
  /// Its name: "zebra".
  case name = "by-name"
  /// What it is like: "a horse".
  case likeness
  /// Likeness and marks: "a horse with black stripes".
  case uncoloured
  /// "a white horse with black stripes"
  case description
  /// The mean of eight descriptions, each with another place: "a white horse with black stripes in a meadow".
  case places

  /// The texts for an animal in a language.
  func texts(for animal: UnseenAnimal, _ tongue: Tongue) -> [String] {
    let appearance = animal.appearance
    switch self {
    case .name: return [tongue(animal.calledName)]
    case .likeness: return [tongue(likeness(of: appearance))]
    case .uncoloured: return [tongue(likeness(of: appearance)) + tongue(appearance.markPhrase)]
    case .description: return [tongue(appearance.phrase)]
    case .places: return Background.Kind.places.map { "\(tongue(appearance.phrase)) \(tongue($0.place))" }
    }
  }

  private func likeness(of appearance: Appearance) -> ClassName {
    let name = appearance.animal.name
    return ClassName("\(Appearance.article(before: name.english)) \(name.english)", indonesian: name.indonesian)
  }
}

extension PairWorld.Learnt {
  /// One vector for each unseen animal, from its prompts in a language.
  func classes(_ prompt: Prompt, _ tongue: Tongue) -> Tensor {
    encoder.vectors(classes: UnseenAnimal.allCases.map { words.numbers(of: prompt.texts(for: $0, tongue)) })
  }
}
