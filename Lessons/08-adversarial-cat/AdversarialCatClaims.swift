import Notebook

/// What the lesson claims, in both languages.
enum AdversarialCatClaims {
  static let bound = Phrase(
    en: "Read back from its file, no value of any attacked picture differs by more than 8 of 255 levels",
    id: "Setelah dibaca kembali dari berkasnya, tak ada nilai gambar serangan yang bergeser lebih dari 8 dari 255 aras")
  static let eight = Phrase(
    en: "With ε = 8/255, ten steps make the plain network take at least nine dogs of ten for cats",
    id:
      "Dengan ε = 8/255, sepuluh langkah membuat jaringan biasa menyangka sedikitnya sembilan dari sepuluh anjing kucing"
  )
  static let random = Phrase(
    en: "Random changes of the same size, 8/255, turn the answer for at most one dog in twenty",
    id: "Perubahan acak sebesar itu, 8/255, membalik jawaban bagi paling banyak satu dari dua puluh anjing")
  static let many = Phrase(
    en: "Ten steps with momentum fool the network at least as often as one step, at every ε",
    id: "Sepuluh langkah dengan momentum mengelabui jaringan paling sedikit sesering satu langkah, pada setiap ε")
  static let one = Phrase(
    en: "One step along the signs of the gradient fools it at least as often as random signs, at every ε",
    id: "Satu langkah menurut tanda gradien mengelabuinya paling sedikit sesering tanda acak, pada setiap ε")
  static let twin = Phrase(
    en: "Under an attack of L2 size 1.0 the robust twin still gets at least 80 % of all pictures right",
    id: "Di bawah serangan berukuran L2 1,0, kembaran tangguh masih benar untuk paling sedikit 80 % dari semua gambar")

  static let ownRandom = Phrase(
    en: "A random change of 8/255 makes at most one picture in ten something else",
    id: "Perubahan acak sebesar 8/255 mengubah paling banyak satu dari sepuluh gambar menjadi sesuatu yang lain")
  static let ownTenBeatOne = Phrase(
    en: "At 8/255 ten steps reach the target at least as often as one",
    id: "Pada 8/255, sepuluh langkah mencapai target paling sedikit sesering satu langkah")
  static let ownEight = Phrase(
    en: "Within 8/255 at least nine pictures in ten are taken for the target",
    id: "Dengan batas 8/255, paling sedikit sembilan dari sepuluh gambar disangka target")
}
