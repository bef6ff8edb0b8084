import Notebook

/// What the lesson claims, in both languages.
enum PretrainedClaims {
  static let selective = Phrase(
    en: "The pictures that drive a channel most are of one class more often at the end than at the start",
    id: "Gambar yang paling merangsang satu kanal lebih sering sekelas di lapisan akhir daripada di awal")
}
