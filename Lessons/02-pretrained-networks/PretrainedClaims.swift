import Notebook

/// What the lesson claims, in both languages.
enum PretrainedClaims {
  static let selective = Phrase(
    en: "The pictures that drive a channel most are of one class more often at the end than at the start",
    id: "Gambar yang paling merangsang satu kanal lebih sering sekelas di lapisan akhir daripada di awal")
  static let neighboursAlike = Phrase(
    en: "The nearest picture by features has the same class more often than the nearest by pixels",
    id: "Gambar terdekat menurut fitur lebih sering sekelas daripada gambar terdekat menurut piksel")
  static let parameterCounts = Phrase(
    en: "Every architecture has exactly the published number of parameters",
    id: "Setiap arsitektur memiliki tepat sebanyak parameter yang dipublikasikan")
  static let sixSteps = Phrase(
    en: "Six steps and sixty pictures tell the three farm animals apart",
    id: "Enam langkah dan enam puluh gambar cukup untuk membedakan tiga hewan ternak")
  static let sourceRises = Phrase(
    en: "On the source the last layer's probe is better than the first layer's",
    id: "Pada domain sumber, probe lapisan terakhir lebih baik daripada probe lapisan pertama")
  static let farmRises = Phrase(
    en: "On farm, whose classes the network never saw, the last layer's probe is better than the first layer's",
    id: "Pada farm, yang kelasnya tak pernah dilihat jaringan, probe lapisan terakhir lebih baik daripada yang pertama")
  static let learntNotGiven = Phrase(
    en: "On farm the last layer is better trained than untrained",
    id: "Pada farm, lapisan terakhir yang terlatih lebih baik daripada yang tak dilatih")
  static let digitsPeakEarly = Phrase(
    en: "On digits, far from the source, the layer before the last is better than the last",
    id: "Pada digits, yang jauh dari sumber, lapisan kedua dari akhir lebih baik daripada lapisan terakhir")
  static let ownRises = Phrase(
    en: "On your classes the last layer's probe is at least ten points better than the first layer's",
    id: "Pada kelas Anda, probe lapisan terakhir paling sedikit sepuluh poin lebih baik daripada probe lapisan pertama")
  static let ownLearnt = Phrase(
    en: "The last layer is at least ten points better than the same layer untrained",
    id: "Lapisan terakhir paling sedikit sepuluh poin lebih baik daripada lapisan yang sama tanpa dilatih")
  static let ownNeighbours = Phrase(
    en: "The nearest picture by features has the same class at least five points more often than that by pixels",
    id: "Gambar terdekat menurut fitur sekelas paling sedikit lima poin lebih sering daripada menurut piksel")
}
