import Notebook
import Visualization

/// What a figure of heat says.
enum SaliencyWords {
  static let picture = Phrase(en: "picture", id: "gambar")
  static let scale = Phrase(en: "scale", id: "skala")

  /// What the ends of the scale mean, the upper one first.
  static func signedEnds(_ language: Language) -> [String] {
    language == .en ? ["top: for", "bottom: against"] : ["atas: mendukung", "bawah: menentang"]
  }

  /// The same where nothing speaks against a class.
  static func ends(_ language: Language) -> [String] {
    language == .en ? ["top: most", "bottom: nothing"] : ["atas: terbanyak", "bawah: tidak ada"]
  }

  /// What a method is called.
  static func name(of method: SaliencyMethod) -> Phrase {
    switch method {
    case .gradient: Phrase(en: "gradient", id: "gradien")
    case .integratedGradients: Phrase(en: "integrated gradients", id: "gradien terintegrasi")
    case .gradCAM: Phrase("Grad-CAM")
    case .occlusion: Phrase(en: "occlusion", id: "oklusi")
    }
  }

  static func title(_ network: String, _ subject: Phrase) -> Phrase {
    Phrase(
      en: "Where \(network) looks for: \(subject.en)", id: "Bagian yang dilihat \(network) untuk: \(subject.id)")
  }

  static func half(_ share: String) -> Phrase { Phrase(en: "half in \(share)", id: "separuhnya di \(share)") }

  static func fullest(_ value: String) -> Phrase {
    Phrase(en: "fullest colour: \(value)", id: "warna terpekat: \(value)")
  }

  static func description(_ method: Phrase, half: String, x: Int, y: Int) -> Phrase {
    Phrase(
      en: "\(method.en), half of it in \(half) of the picture, strongest in column \(x), row \(y)",
      id: "\(method.id), separuhnya di \(half) gambar, terkuat di kolom \(x), baris \(y)")
  }

  static func description(_ network: String, _ subject: Phrase, _ probability: String, _ parts: String) -> Phrase {
    Phrase(
      en:
        "A picture to which \(network) gives \(probability) for \(subject.en), and over it the heat that speaks for that class: "
        + "\(parts).",
      id:
        "Sebuah gambar yang diberi \(network) \(probability) untuk \(subject.id), dan di atasnya panas yang mendukung kelas itu: "
        + "\(parts).")
  }
}
