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
  static let judgeRises = Phrase(
    en: "From the first panel to the last, the judge's probability of each of the three rises by at least half",
    id: "Dari panel pertama sampai terakhir, probabilitas juri untuk masing-masing naik paling sedikit setengah")
  static let striped = Phrase(
    en: "The ideal zebra's stripe coherence is in the upper half of the classes'",
    id: "Koherensi garis zebra ideal berada di separuh teratas dari semua kelas")
  static let controls = Phrase(
    en: "No control convinces the judge: its probability stays below twice chance",
    id: "Tak satu pun kontrol meyakinkan juri: probabilitasnya tetap di bawah dua kali tebakan")
}
