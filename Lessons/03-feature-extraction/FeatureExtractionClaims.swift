import Notebook

/// What the lesson claims, in both languages.
enum FeatureExtractionClaims {
  static let sameLogits = Phrase(
    en: "A head gives the same logits, whether its features were kept or computed anew in every epoch",
    id: "Kepala klasifikasi memberi logit yang sama, baik fiturnya disimpan maupun dihitung ulang setiap epoch")
  static let frozen = Phrase(
    en: "Not one value of the frozen base has changed",
    id: "Tak satu pun nilai dalam basis yang dibekukan berubah")
  static let faster = Phrase(
    en: "Over ten epochs, keeping the features is at least five times as fast",
    id: "Dalam sepuluh epoch, menyimpan fitur paling sedikit lima kali lebih cepat")
  static let beatsScratch = Phrase(
    en: "With five pictures a class, frozen features are at least ten points ahead of training from scratch",
    id: "Dengan lima gambar per kelas, fitur beku unggul paling sedikit sepuluh poin atas pelatihan dari nol")
  static let beatsHandMade = Phrase(
    en: "Under the same head, the network's features are ahead of those made by hand",
    id: "Dengan kepala yang sama, fitur jaringan mengungguli fitur buatan tangan")

  static let ownNeighbours = Phrase(
    en: "Nearest neighbours by features are of one class at least five points more often than those by pixels",
    id: "Tetangga terdekat menurut fitur sekelas paling sedikit lima poin lebih sering daripada menurut piksel")
  static let ownBeatsPixels = Phrase(
    en: "With all pictures, frozen features are at least ten points ahead of pixels",
    id: "Dengan semua gambar, fitur beku unggul paling sedikit sepuluh poin atas piksel")
  static let ownLearnt = Phrase(
    en: "With all pictures, they are at least ten points ahead of the same layers untrained",
    id: "Dengan semua gambar, fitur beku unggul paling sedikit sepuluh poin atas lapisan yang sama tanpa dilatih")
  static let ownMoreIsBetter = Phrase(
    en: "More pictures give a better head",
    id: "Lebih banyak gambar memberi kepala yang lebih baik")
}
