import Notebook

/// What the lesson claims, in both languages.
enum DomainsClaims {
  static let narrow = Phrase(
    en: "A network for digits names ten things as often rightly as chance does, one time in ten",
    id: "Jaringan pembaca angka menamai sepuluh benda sesering kebetulan, satu dari sepuluh kali")
  static let checker = Phrase(
    en: "The checker is right about all four pairs",
    id: "Pemeriksa benar tentang keempat pasangan")
  static let control = Phrase(
    en: "Photos and other photos are not significantly different (p)",
    id: "Foto dan foto lain tidak berbeda secara signifikan (p)")
  static let order = Phrase(
    en: "Sketches and night are farther from photos than paintings and grey pictures, by all three measures",
    id: "Sketsa dan gambar malam lebih jauh dari foto daripada lukisan dan gambar abu-abu, menurut ketiga ukuran")
  static let farther = Phrase(
    en: "The farther a world, the fewer pictures are named rightly (rank correlation)",
    id: "Makin jauh sebuah dunia, makin sedikit gambar yang dinamai dengan benar (korelasi peringkat)")
  static let interval = Phrase(
    en: "So says the whole 95 % interval (its upper end)",
    id: "Demikian pula seluruh selang 95 % (ujung atasnya)")
}
