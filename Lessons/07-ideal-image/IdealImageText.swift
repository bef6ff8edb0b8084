import Notebook

/// What stands in and under the lesson's figures, and what is claimed, in both languages.
enum IdealImageText {
  typealias FigureText = (title: Phrase, alternative: Phrase)

  static let realPictures: FigureText = (
    Phrase(en: "Real pictures, and the mean of a hundred", id: "Gambar nyata, dan rata-rata dari seratus"),
    Phrase(
      en: """
        Three pictures each of a cat, a dog and a zebra, and the blurred mean of a hundred of each, for which the network \
        gives {{real-pictures.cat.mean}}, {{real-pictures.dog.mean}} and {{real-pictures.zebra.mean}}.
        """,
      id: """
        Masing-masing tiga gambar kucing, anjing, dan zebra, serta rata-rata kabur dari seratus gambar tiap kelas; untuk \
        rata-rata itu jaringan memberi {{real-pictures.cat.mean}}, {{real-pictures.dog.mean}}, dan \
        {{real-pictures.zebra.mean}}.
        """)
  )

  static let noise: FigureText = (
    Phrase(en: "What the network says about grey noise", id: "Apa kata jaringan tentang derau kelabu"),
    Phrase(
      en: "Bars of the sixteen logits for a picture of grey noise; the largest is that of {{noise.first}}.",
      id: "Batang enam belas logit untuk gambar derau kelabu; yang terbesar milik {{noise.first}}.")
  )

  static let pixelsAlone: FigureText = (
    Phrase(en: "Gradient descent on the pixels alone", id: "Penurunan gradien pada piksel saja"),
    Phrase(
      en: """
        Five pictures each of cat, dog and zebra, drawn from five noises: all are coloured noise in which no animal can be \
        seen, and the network is sure of them, {{pixels-alone.probability}} on average.
        """,
      id: """
        Masing-masing lima gambar kucing, anjing, dan zebra, digambar dari lima derau: semuanya derau berwarna tanpa hewan \
        yang tampak, dan jaringan yakin, rata-rata {{pixels-alone.probability}}.
        """)
  )

  static let sweepCurves: FigureText = (
    Phrase(en: "What the weight of the variation loss does", id: "Pengaruh bobot kerugian variasi"),
    Phrase(
      en: """
        Three curves against the weight from 0.1 to 100: the probability of zebra falls slowly to \
        {{variation-sweep.heaviest.probability}}, while variation and fine detail fall by more than a factor of ten.
        """,
      id: """
        Tiga kurva terhadap bobot dari 0,1 sampai 100: probabilitas zebra turun perlahan menjadi \
        {{variation-sweep.heaviest.probability}}, sedangkan variasi dan rincian halus turun lebih dari sepuluh kali.
        """)
  )

  static let sweepPictures: FigureText = (
    Phrase(en: "One noise, seven weights, seven zebras", id: "Satu derau, tujuh bobot, tujuh zebra"),
    Phrase(
      en: """
        Seven pictures of a zebra from one noise, from coloured noise at the lightest weight to a few stripes on an empty \
        ground at the heaviest.
        """,
      id: """
        Tujuh gambar zebra dari satu derau, dari derau berwarna pada bobot teringan sampai beberapa garis di atas latar \
        kosong pada bobot terberat.
        """)
  )

  static let withAndWithout: FigureText = (
    Phrase(
      en: "The ideal cat, dog and zebra, without and with variation loss",
      id: "Kucing, anjing, dan zebra ideal, tanpa dan dengan kerugian variasi"),
    Phrase(
      en: """
        For cat, dog and zebra the same noise, what gradient descent makes of it without variation loss, which is noise, \
        and with it: calm pictures in which the zebra has stripes; the network gives {{with-and-without.probability}}.
        """,
      id: """
        Untuk kucing, anjing, dan zebra: derau yang sama, hasil penurunan gradien tanpa kerugian variasi yang tetap berupa \
        derau, dan dengannya: gambar tenang dengan garis-garis pada zebra; jaringan memberi \
        {{with-and-without.probability}}.
        """)
  )

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
