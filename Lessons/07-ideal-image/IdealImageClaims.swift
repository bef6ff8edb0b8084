import Notebook

/// What the lesson claims, in both languages.
enum IdealImageClaims {
  static let sureWithout = Phrase(
    en: "Without variation loss the network is sure of what was drawn",
    id: "Tanpa kerugian variasi, jaringan yakin akan apa yang digambar")
  static let noisyWithout = Phrase(
    en: "Without it, fine detail is at least five times a real picture's",
    id: "Tanpanya, rincian halus paling sedikit lima kali gambar nyata")
  static let sureWith = Phrase(
    en: "With variation loss the network is still nearly sure",
    id: "Dengan kerugian variasi, jaringan tetap hampir yakin")
  static let calmerWith = Phrase(
    en: "Variation loss lowers the energy of fine detail at least fivefold",
    id: "Kerugian variasi menurunkan energi rincian halus paling sedikit lima kali")
}
