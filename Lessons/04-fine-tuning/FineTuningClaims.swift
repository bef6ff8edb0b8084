import Notebook

/// What the lesson claims, in both languages.
enum FineTuningClaims {
  static let headFirst = Phrase(
    en: "With as many epochs for both, the head first and then everything is better than everything at once",
    id: "Dengan banyak epoch yang sama, kepala dahulu lalu semuanya lebih baik daripada semuanya sekaligus")
  static let beatsScratch = Phrase(
    en: "Fine-tuning all layers beats training from scratch with 5, 20 and 50 pictures a class",
    id: "Penyetelan halus semua lapisan mengungguli pelatihan dari nol dengan 5, 20, dan 50 gambar per kelas")
  static let decay = Phrase(
    en: "With five pictures a class, decay towards θ₀ changes the gap by less than three points",
    id: "Dengan lima gambar per kelas, peluruhan menuju θ₀ mengubah selisih kurang dari tiga poin")
  static let allLayersWin = Phrase(
    en: "By night, training all layers is at least five points ahead of training the head alone",
    id: "Pada malam hari, melatih semua lapisan unggul paling sedikit lima poin atas melatih kepala saja")
  static let digitsGainLess = Phrase(
    en: "On digits, the transfer gains less than on farm animals",
    id: "Pada angka, transfer memberi keuntungan lebih kecil daripada pada hewan ternak")

  static let ownBeatsScratch = Phrase(
    en: "With all pictures, fine-tuning all layers beats training from scratch",
    id: "Dengan semua gambar, penyetelan halus semua lapisan mengungguli pelatihan dari nol")
  static let ownBeatsHead = Phrase(
    en: "With all pictures, fine-tuning all layers is no more than two points behind the head alone",
    id: "Dengan semua gambar, penyetelan halus semua lapisan tertinggal paling banyak dua poin dari kepala saja")
  static let ownHeadBeatsScratch = Phrase(
    en: "With the fewest pictures, the head alone beats training from scratch",
    id: "Dengan gambar paling sedikit, kepala saja mengungguli pelatihan dari nol")
  static let ownGapNarrows = Phrase(
    en: "More pictures narrow the gap of the network that learns as a whole",
    id: "Lebih banyak gambar mempersempit selisih pada jaringan yang belajar seluruhnya")
}
