import Charts
import Notebook

/// The figures of the rungs above the variation loss, each with its title and alternative text in both languages.
extension IdealImageFigures {
  /// Three objectives from one noise; `rows[subject][objective]`.
  func objectives(_ rows: [[Drawing]]) throws {
    let title = Phrase(
      en: "Three things to ask for, with the same variation loss",
      id: "Tiga hal yang dapat diminta, dengan kerugian variasi yang sama")
    try page.figure(
      "objectives", title: title,
      alternative: Phrase(
        en: """
          Cat, dog and zebra, drawn for the logarithm of the probability (variation \
          {{objectives.logProbability.variation}}), the probability ({{objectives.probability.variation}}), where the \
          zebra stays empty, and the logit ({{objectives.logit.variation}}), where pictures are full of harsh colours.
          """,
        id: """
          Kucing, anjing, dan zebra, digambar untuk logaritma probabilitas (variasi \
          {{objectives.logProbability.variation}}), probabilitas ({{objectives.probability.variation}}), yang zebranya \
          tetap kosong, dan logit ({{objectives.logit.variation}}), yang gambarnya penuh warna mencolok.
          """),
      image: grid(
        title, columns: ["ln p", "p", "logit z"], rows: rows
      ).image())
  }

  /// Pixels and waves after some numbers of steps; `ways[way][moment][subject]`.
  func waves(_ moments: [Int], _ ways: [[[Drawing]]], _ subjects: [Subject]) throws {
    let title = Phrase(en: "Pixels and waves, step by step", id: "Piksel dan gelombang, langkah demi langkah")
    let columns = [page("pixels", id: "piksel"), page("waves", id: "gelombang")].flatMap { way in
      moments.map { "\(way), \($0)" }
    }
    let rows = subjects.indices.map { subject in ways.flatMap { way in way.map { $0[subject] } } }
    try page.figure(
      "waves", title: title,
      alternative: Phrase(
        en: """
          Cat, dog and zebra after 8, 32 and 128 steps, on pixels and on waves. Pixels stay coarse noise, waves become \
          soft shapes; the variation goes from {{waves.pixels.8.variation}} to {{waves.pixels.128.variation}} and from \
          {{waves.waves.8.variation}} to {{waves.waves.128.variation}}.
          """,
        id: """
          Kucing, anjing, dan zebra setelah 8, 32, dan 128 langkah, pada piksel dan pada gelombang. Piksel tetap derau \
          kasar, gelombang menjadi bentuk yang lembut; variasinya dari {{waves.pixels.8.variation}} ke \
          {{waves.pixels.128.variation}} dan dari {{waves.waves.8.variation}} ke {{waves.waves.128.variation}}.
          """),
      caption: Phrase(
        en: "Above each column: what descent changes, and after how many steps.",
        id: "Di atas tiap kolom: apa yang diubah penurunan gradien, dan setelah berapa langkah."),
      image: grid(title, columns: columns, rows: rows, factor: 2).image())
  }

  /// Ways of looking; `rows[subject][view]`.
  func views(_ rows: [[Drawing]]) throws {
    let title = Phrase(en: "Looked at from many sides", id: "Dilihat dari banyak sisi")
    try page.figure(
      "views", title: title,
      alternative: Phrase(
        en: """
          Cat, dog and zebra drawn under a straight look, moved, scaled, turned, and all three: shapes become larger and \
          fewer from left to right. A picture drawn straight survives other looks with {{views.straight.survival}}, one \
          drawn under all with {{views.moving.survival}}.
          """,
        id: """
          Kucing, anjing, dan zebra digambar dengan pandangan lurus, digeser, diperbesar-kecil, diputar, dan ketiganya: \
          dari kiri ke kanan bentuknya makin besar dan makin sedikit. Gambar dari pandangan lurus bertahan terhadap \
          pandangan lain dengan {{views.straight.survival}}, yang dari semuanya dengan {{views.moving.survival}}.
          """),
      image: grid(
        title,
        columns: [
          page("straight", id: "lurus"), page("moved", id: "digeser"), page("scaled", id: "diskala"),
          page("turned", id: "diputar"), page("all three", id: "ketiganya"),
        ], rows: rows
      ).image())
  }

  /// What the twin draws from every noise; `rows[subject][seed]`.
  func robust(_ rows: [[Drawing]]) throws {
    let title = Phrase(en: "What the robust twin draws", id: "Yang digambar kembaran tangguh")
    try page.figure(
      "robust", title: title,
      alternative: Phrase(
        en: """
          Five pictures each of cats with ears and eyes, of dogs with brown ears, white muzzles and black noses, and of \
          striped legs; the judge gives {{robust.judge}}.
          """,
        id: """
          Masing-masing lima gambar: kucing dengan telinga dan mata, anjing bertelinga cokelat dengan moncong putih dan \
          hidung hitam, serta kaki bergaris; juri memberi {{robust.judge}}.
          """),
      image: grid(title, columns: page.seeds.map { page("seed \($0)", id: "benih \($0)") }, rows: rows, factor: 2)
        .image())
  }

  /// The strip that goes through the lesson; `rows[subject][rung]`.
  func hero(_ rows: [[Drawing]]) throws {
    let title = Phrase(en: "From noise to an idea of an animal", id: "Dari derau ke bayangan seekor hewan")
    try page.figure(
      "hero", title: title,
      alternative: Phrase(
        en: """
          Cat, dog and zebra, each in five panels: grey noise, a few marks with variation loss, texture of waves, larger \
          texture under changing views, and from the robust network a cat's face, dogs and striped legs. The judge's \
          probability goes from {{hero.noise.judge}} to {{hero.robust.judge}}.
          """,
        id: """
          Kucing, anjing, dan zebra, masing-masing dalam lima panel: derau kelabu, beberapa tanda dengan kerugian variasi, \
          tekstur dari gelombang, tekstur lebih besar dengan pandangan yang berganti, dan dari jaringan tangguh wajah \
          kucing, anjing, dan kaki bergaris. Probabilitas juri dari {{hero.noise.judge}} ke {{hero.robust.judge}}.
          """),
      image: grid(
        title,
        columns: [
          page("noise", id: "derau"), page("variation loss", id: "kerugian variasi"),
          page("logit, waves", id: "logit, gelombang"), page("views", id: "pandangan"),
          page("robust network", id: "jaringan tangguh"),
        ], rows: rows
      ).image())
  }

  /// Every class from every noise; `rows[class][seed]`, two classes side by side.
  func classes(_ rows: [[Drawing]]) throws {
    let title = Phrase(en: "All classes, four noises each", id: "Semua kelas, masing-masing empat derau")
    let half = rows.count / 2
    let shown = (0..<half).map { row in
      [rows[row], rows[row + half]].flatMap { drawings in
        drawings.prefix(4).enumerated().map { place, drawing in
          let judge = page.format(drawing.judge, as: .percent)
          let name = place == 0 ? [PictureGrid.Caption.strong(page(drawing.subject.phrase))] : [.muted(" ")]
          let opinion = PictureGrid.Caption.muted(page("judge \(judge)", id: "juri \(judge)"))
          return PictureGrid.Cell(drawing.picture, caption: name + [opinion])
        }
      }
    }
    try page.figure(
      "classes", title: title,
      alternative: Phrase(
        en: """
          Four ideal pictures of each of the sixteen classes; the judge's probability under each, {{classes.judge}} on \
          average. {{classes.empty}} of {{classes.pictures}} pictures stayed empty.
          """,
        id: """
          Empat gambar ideal untuk masing-masing dari enam belas kelas; di bawahnya probabilitas juri, rata-rata \
          {{classes.judge}}. {{classes.empty}} dari {{classes.pictures}} gambar tetap kosong.
          """),
      image: PictureGrid(title: page(title), rows: shown, factor: 2, style: page.style).image())
  }

  /// Stripe coherence of the classes' real and ideal pictures, each in multiples of their own mean; `real[class][picture]`,
  /// `ideal[class][seed]`.
  func coherence(_ all: [Subject], _ real: [[Float]], _ ideal: [[Float]]) throws {
    let title = Phrase(en: "How striped pictures are", id: "Seberapa bergaris gambar-gambar itu")
    let order = all.indices.sorted { real[$0].mean > real[$1].mean }
    func series(_ name: String, _ coherence: [[Float]]) -> BarChart.Series {
      let mean = coherence.map(\.mean).mean
      let points = order.map { DataPoint(x: 0, values: coherence[$0].map { Double($0 / mean) }) }
      return BarChart.Series(name, points.map(\.y), spreads: points.map(\.spread))
    }
    try page.figure(
      "coherence", title: title,
      alternative: Phrase(
        en: """
          Bars of the stripe coherence of sixteen classes, in multiples of the mean: real zebras {{classes.zebra.real}}, \
          more than any other class; ideal ones {{classes.zebra.ideal}}.
          """,
        id: """
          Batang koherensi garis enam belas kelas, dalam kelipatan rata-rata: zebra nyata {{classes.zebra.real}}, lebih \
          besar daripada kelas lain mana pun; zebra ideal {{classes.zebra.ideal}}.
          """),
      caption: Phrase(
        en: "Mean and standard deviation over twenty real pictures and over five seeds.",
        id: "Rata-rata dan simpangan baku dari dua puluh gambar nyata dan dari lima benih."),
      image: BarChart(
        title: page(title), categories: order.map { page(all[$0].phrase) },
        value: Axis(
          page("stripe coherence, × the mean of all classes", id: "koherensi garis, × rata-rata semua kelas")),
        series: [
          series(page("real pictures", id: "gambar nyata"), real),
          series(page("ideal pictures", id: "gambar ideal"), ideal),
        ], style: page.style
      ).image())
  }

  /// What must not convince: a random network's picture, a picture called by another name, and calm alone.
  func controls(_ controls: [[Drawing]], _ real: [Drawing], _ subjects: [Subject]) throws {
    let title = Phrase(
      en: "Controls: what must not convince the judge", id: "Kontrol: yang tidak boleh meyakinkan juri")
    let names = [
      page("random network", id: "jaringan acak"), page("another class's name", id: "nama kelas lain"),
      page("variation loss alone", id: "kerugian variasi saja"), page("robust network", id: "jaringan tangguh"),
    ]
    let points = (controls + [real]).map { drawings in
      DataPoint(x: 0, values: drawings.perSeed(\.judge).map(Double.init))
    }
    try page.figure(
      "controls", title: title,
      alternative: Phrase(
        en: """
          Bars of the judge's mean probability over all classes: random network {{controls.random.judge}}, another class's \
          name {{controls.exchanged.judge}}, variation loss alone {{controls.calm.judge}}, the robust network's pictures \
          {{classes.judge}}. Chance is {{controls.chance}}.
          """,
        id: """
          Batang probabilitas rata-rata juri atas semua kelas: jaringan acak {{controls.random.judge}}, nama kelas lain \
          {{controls.exchanged.judge}}, kerugian variasi saja {{controls.calm.judge}}, gambar jaringan tangguh \
          {{classes.judge}}. Tebakan bernilai {{controls.chance}}.
          """),
      image: BarChart(
        title: page(title), categories: names,
        value: .percent(page("judge's probability of the class", id: "probabilitas kelas menurut juri"), range: 0...1),
        series: [.init("", points.map(\.y), spreads: points.map(\.spread))], valueFormat: .percent(decimals: 1),
        style: page.style
      ).image())
  }

  /// Rows of subjects under named columns.
  private func grid(_ title: Phrase, columns: [String], rows: [[Drawing]], factor: Int? = nil) -> PictureGrid {
    PictureGrid(
      title: page(title), columnHeadings: columns, rowHeadings: rows.map { page($0[0].subject.phrase) },
      rows: rows.map { $0.map { cell($0) } }, factor: factor, style: page.style)
  }
}
