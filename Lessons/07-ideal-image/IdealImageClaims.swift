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

  static let ownSure = Phrase(
    en: "Without variation loss the network is at least 90 % sure of what was drawn",
    id: "Tanpa kerugian variasi, jaringan paling sedikit 90 % yakin akan apa yang digambar")
  static let ownNoisy = Phrase(
    en: "Without it, fine detail is at least twice a real picture's",
    id: "Tanpanya, rincian halus paling sedikit dua kali gambar nyata")
  static let ownStillSure = Phrase(
    en: "With variation loss the network still gives the class at least one half",
    id: "Dengan kerugian variasi, jaringan masih memberi kelas itu paling sedikit setengah")
  static let ownCalmer = Phrase(
    en: "Variation loss at least halves the energy of fine detail",
    id: "Kerugian variasi menurunkan energi rincian halus paling sedikit menjadi separuh")
  static let ownSurvives = Phrase(
    en:
      "Looked at from other sides, pictures by the full recipe keep at least 20 points more than those of pixels alone",
    id:
      "Dilihat dari sisi lain, gambar dengan resep lengkap mempertahankan paling sedikit 20 poin lebih dari piksel saja"
  )
}
