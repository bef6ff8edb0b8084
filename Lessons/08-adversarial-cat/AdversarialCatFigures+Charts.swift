import Charts
import Notebook

/// The figures of the lesson that are curves, bars and tables.
extension AdversarialCatFigures {
  /// How far a change moves the margin, against the number of values that were changed.
  func why(_ reaches: [Reach]) throws {
    let title = Phrase(
      en: "Many small pushes in one direction add up", id: "Banyak dorongan kecil searah menumpuk menjadi besar")
    func series(_ name: String, _ values: (Reach) -> [Float]) -> LineChart.Series {
      .init(name, reaches.map { DataPoint(x: Double($0.count), values: values($0).map(Double.init)) })
    }
    try page.figure(
      "why", title: title,
      alternative: Phrase(
        en: """
          Three curves on logarithmic axes: how far 1/255 moves the logit of cat against that of dog, by the number of \
          changed values, 12 to 12,288. Along the signs of the gradient it grows as the number of values, up to \
          {{why.all}}, close to what the gradient foretells, {{why.foretold}}; by chance only as its root, to {{why.chance}}.
          """,
        id: """
          Tiga kurva pada sumbu logaritmik: seberapa jauh 1/255 menggeser logit kucing terhadap logit anjing, menurut \
          banyaknya nilai yang diubah, 12 sampai 12.288. Menurut tanda gradien ia tumbuh sebanding banyaknya nilai, sampai \
          {{why.all}}, dekat dengan ramalan gradien, {{why.foretold}}; secara acak hanya sebanding akarnya, sampai {{why.chance}}.
          """),
      caption: spreadCaption,
      image: LineChart(
        title: page(title),
        x: Axis(
          page("values changed by 1/255", id: "banyaknya nilai yang diubah 1/255"), scale: .logarithmic,
          ticks: reaches.map { Double($0.count) }, format: .number(decimals: 0)),
        y: Axis(page("change of z(cat) − z(dog)", id: "perubahan z(kucing) − z(anjing)"), scale: .logarithmic),
        series: [
          series(page("foretold, ε · ‖∇‖₁", id: "ramalan, ε · ‖∇‖₁"), \.foretold),
          series(page("along the signs", id: "menurut tanda"), \.signs),
          series(page("by chance, either way", id: "acak, arah mana pun"), \.chance),
        ], height: 380, style: page.style
      ).image())
  }

  /// Targeted success against ε for four ways to change a picture; `rates[ε][way][seed]`.
  func epsilon(_ levels: [Float], _ rates: [[[Float]]]) throws {
    let title = Phrase(en: "How many dogs become cats", id: "Berapa banyak anjing menjadi kucing")
    let names = [
      page("random", id: "acak"), page("one step (FGSM)", id: "satu langkah (FGSM)"),
      page("ten steps (iterated)", id: "sepuluh langkah (iteratif)"),
      page("ten steps with momentum, projected", id: "sepuluh langkah dengan momentum, diproyeksikan"),
    ]
    try page.figure(
      "epsilon", title: title,
      alternative: Phrase(
        en: """
          Four curves of the share of dogs that are taken for cats, against ε from 0 to 16 of 255 levels. At 8: random \
          {{epsilon.random.8}}, one step {{epsilon.fast.8}}, ten steps {{epsilon.iterated.8}}, with momentum \
          {{epsilon.momentum.8}}.
          """,
        id: """
          Empat kurva bagian anjing yang disangka kucing, terhadap ε dari 0 sampai 16 dari 255 aras. Pada 8: acak \
          {{epsilon.random.8}}, satu langkah {{epsilon.fast.8}}, sepuluh langkah {{epsilon.iterated.8}}, dengan momentum \
          {{epsilon.momentum.8}}.
          """),
      caption: spreadCaption,
      image: LineChart(
        title: page(title),
        x: Axis(
          page("ε, in levels of 255", id: "ε, dalam aras dari 255"), ticks: levels.map(Double.init),
          format: .number(decimals: 0)),
        y: .percent(page("taken for cat", id: "disangka kucing"), range: 0...1),
        series: names.indices.map { way in
          .init(names[way], zip(levels, rates).map { DataPoint(x: Double($0), values: $1[way].map(Double.init)) })
        }, height: 360, style: page.style
      ).image())
  }

  /// Success of what was saved in four ways; `rates[saving][seed]`.
  func saved(_ rates: [[Float]]) throws {
    let title = Phrase(
      en: "What is left of an attack once it is saved", id: "Yang tersisa dari serangan setelah disimpan")
    try page.figure(
      "saved", title: title,
      alternative: Phrase(
        en: """
          Bars of the share of dogs taken for cats. In memory {{saved.float}}; truncated to 8 bits {{saved.truncated}}; \
          rounded {{saved.rounded}}; kept on the lattice by the attack itself {{saved.lattice}}.
          """,
        id: """
          Batang bagian anjing yang disangka kucing. Di memori {{saved.float}}; dipotong ke 8 bit {{saved.truncated}}; \
          dibulatkan {{saved.rounded}}; dijaga pada kisi oleh serangan itu sendiri {{saved.lattice}}.
          """),
      caption: spreadCaption,
      image: BarChart(
        title: page(title),
        categories: [
          page("never saved (float)", id: "tidak disimpan (pecahan)"),
          page("truncated to 8 bits", id: "dipotong ke 8 bit"), page("rounded to 8 bits", id: "dibulatkan ke 8 bit"),
          page("kept on the lattice", id: "dijaga pada kisi"),
        ],
        value: shareAxis(page("taken for cat, after reading the file", id: "disangka kucing, setelah berkas dibaca")),
        series: [series("", rates)], valueFormat: .percent(decimals: 1), style: page.style
      ).image())
  }

  /// How many dogs take how large a change, with those that are never fooled; `found[network][dog]`.
  func smallest(_ found: [[Int?]], upTo largest: Int) throws {
    let title = Phrase(
      en: "The smallest ε that suffices, for each dog", id: "ε terkecil yang cukup, untuk setiap anjing")
    let names = [page("plain network", id: "jaringan biasa"), page("robust twin", id: "kembaran tangguh")]
    try page.figure(
      "smallest", title: title,
      alternative: Phrase(
        en: """
          A histogram of the smallest ε in levels of 255 at which each of {{dogs.count}} dogs is taken for a cat. Plain \
          network: median {{smallest.plain.median}}, not fooled up to 12: {{smallest.plain.failures}}. Robust twin: not \
          fooled up to 12: {{smallest.twin.failures}}.
          """,
        id: """
          Histogram ε terkecil, dalam aras dari 255, yang membuat setiap anjing dari {{dogs.count}} disangka kucing. \
          Jaringan biasa: median {{smallest.plain.median}}, tidak terkelabui sampai 12: {{smallest.plain.failures}}. \
          Kembaran tangguh: tidak terkelabui sampai 12: {{smallest.twin.failures}}.
          """),
      image: BarChart(
        title: page(title), categories: (1...largest).map { "\($0)" } + [page("never", id: "tak pernah")],
        value: Axis(
          page(
            "dogs, by the smallest ε in levels of 255", id: "banyaknya anjing, menurut ε terkecil dalam aras dari 255")),
        series: zip(names, found).map { name, radii in
          .init(
            name,
            (1...largest).map { level in
              let count = radii.count { $0 == level }
              return count == 0 ? nil : Double(count)
            } + [Double(radii.count { $0 == nil })])
        }, orientation: .vertical, valueFormat: .number(decimals: 0), style: page.style
      ).image())
  }

  /// Success of pictures made on one network and shown to another, `[source][victim]`, without a target and with one.
  func transfer(_ flipped: [[Float]], _ cats: [[Float]]) throws {
    let title = Phrase(
      en: "Made on one network, shown to another", id: "Dibuat pada satu jaringan, diperlihatkan kepada yang lain")
    let names = ["mini-vgg", "mini-vgg-robust", "resnet20", "mobilenet_v2"]
    try page.figure(
      "transfer", title: title,
      alternative: Phrase(
        en: """
          A table of source against victim. On the network itself, plain: {{transfer.plain.plain}} of dogs are no longer \
          taken for dogs. Made on the plain network and shown to the twin {{transfer.plain.twin}}, to resnet20 \
          {{transfer.plain.judge}}, to mobilenet_v2 {{transfer.plain.light}}. Made on the twin: {{transfer.twin.plain}}, \
          {{transfer.twin.judge}} and {{transfer.twin.light}} on the three others.
          """,
        id: """
          Tabel sumber terhadap korban. Pada jaringan biasa itu sendiri, {{transfer.plain.plain}} anjing tak lagi disangka \
          anjing. Dibuat pada jaringan biasa dan diperlihatkan kepada kembarannya {{transfer.plain.twin}}, kepada resnet20 \
          {{transfer.plain.judge}}, kepada mobilenet_v2 {{transfer.plain.light}}. Dibuat pada kembaran tangguh: \
          {{transfer.twin.plain}}, {{transfer.twin.judge}}, dan {{transfer.twin.light}} pada ketiga jaringan lain.
          """),
      caption: Phrase(
        en:
          "Upper line: no longer a dog (untargeted attack). Lower line: taken for a cat (targeted). Means over five seeds.",
        id:
          "Baris atas: bukan anjing lagi (serangan tanpa sasaran). Baris bawah: disangka kucing (bersasaran). Rata-rata lima benih."
      ),
      image: HeatMap(
        title: page(title), rowTitle: page("made on", id: "dibuat pada"),
        columnTitle: page("shown to", id: "diperlihatkan kepada"), rows: names, columns: names,
        values: flipped.map { $0.map { Double($0) } },
        cellTexts: zip(flipped, cats).map { rows in
          zip(rows.0, rows.1).map { [share($0), page("cat ", id: "kucing ") + share($1)] }
        },
        valueLabel: page("no longer a dog", id: "bukan anjing lagi"), format: .percent(decimals: 0), range: 0...1,
        style: page.style
      ).image())
  }

  /// Victims that share the public base, or started from it, or have another.
  func sharedBase(_ trials: [SharedBaseTrial]) throws {
    let title = Phrase(
      en: "Attacked on the public network, shown to its descendants",
      id: "Diserang pada jaringan publik, diperlihatkan kepada keturunannya")
    try page.figure(
      "shared-base", title: title,
      alternative: Phrase(
        en: """
          Bars of the share of dogs taken for cats. The public network itself {{shared-base.public}}; a victim with its \
          frozen base {{shared-base.frozen.fooled}}; a fine-tuned one {{shared-base.tuned.fooled}}; one with another base \
          {{shared-base.other.fooled}}.
          """,
        id: """
          Batang bagian anjing yang disangka kucing. Jaringan publik itu sendiri {{shared-base.public}}; korban dengan \
          basisnya yang dibekukan {{shared-base.frozen.fooled}}; korban yang disetel halus {{shared-base.tuned.fooled}}; \
          korban dengan basis lain {{shared-base.other.fooled}}.
          """),
      caption: spreadCaption,
      image: BarChart(
        title: page(title),
        categories: [
          page("the public network itself", id: "jaringan publik itu sendiri"),
          page("its frozen base, a new head", id: "basisnya dibekukan, kepala baru"),
          page("fine-tuned from it", id: "disetel halus darinya"),
          page("another base (mobilenet_v2)", id: "basis lain (mobilenet_v2)"),
        ], value: shareAxis(page("dogs taken for cats", id: "anjing yang disangka kucing")),
        series: [
          series("", [trials.map(\.fooledPublic)] + (0..<3).map { place in trials.map { $0.fooled[place] } })
        ], valueFormat: .percent(decimals: 1), style: page.style
      ).image())
  }

  /// Two defences against an attack that does not know them, and two that do; `rates[defence][kind][seed]`.
  func defences(_ rates: [[[Float]]]) throws {
    let title = Phrase(
      en: "Two defences, and attackers who know them", id: "Dua pertahanan, dan penyerang yang mengetahuinya")
    try page.figure(
      "defences", title: title,
      alternative: Phrase(
        en: """
          Bars for median filter and three bits. Dogs right without attack: {{defences.median.right}} and \
          {{defences.bits.right}}. Taken for cats by an attack that does not know the defence: {{defences.median.unaware}} \
          and {{defences.bits.unaware}}; by one that follows the defence's own gradient: {{defences.median.own}} and \
          {{defences.bits.own}}; straight through: {{defences.median.straight}} and {{defences.bits.straight}}.
          """,
        id: """
          Batang untuk tapis median dan tiga bit. Anjing yang benar tanpa serangan: {{defences.median.right}} dan \
          {{defences.bits.right}}. Disangka kucing oleh serangan yang tak tahu pertahanannya: {{defences.median.unaware}} \
          dan {{defences.bits.unaware}}; oleh yang mengikuti gradien pertahanan itu sendiri: {{defences.median.own}} dan \
          {{defences.bits.own}}; menembus langsung: {{defences.median.straight}} dan {{defences.bits.straight}}.
          """),
      caption: spreadCaption,
      image: BarChart(
        title: page(title),
        categories: [
          page("median filter, 3 × 3", id: "tapis median, 3 × 3"), page("three bits a value", id: "tiga bit per nilai"),
        ], value: shareAxis(page("share of dogs", id: "bagian anjing")),
        series: [
          series(page("right, not attacked", id: "benar, tidak diserang"), rates.map { $0[0] }),
          series(page("cat: attack does not know", id: "kucing: serangan tak tahu"), rates.map { $0[1] }),
          series(page("cat: along its gradient", id: "kucing: menurut gradiennya"), rates.map { $0[2] }),
          series(page("cat: straight through", id: "kucing: menembus langsung"), rates.map { $0[3] }),
        ], valueFormat: .percent(decimals: 1), style: page.style
      ).image())
  }

  /// What both networks still get right, against the size of the attack; `accuracies[ε][network][seed]`.
  func robustTwin(_ radii: [Float], _ accuracies: [[[Float]]]) throws {
    let title = Phrase(
      en: "What is still right under attack", id: "Yang masih benar di bawah serangan")
    let names = [page("plain network", id: "jaringan biasa"), page("robust twin", id: "kembaran tangguh")]
    try page.figure(
      "twin", title: title,
      alternative: Phrase(
        en: """
          Two curves of accuracy against the L2 size of the attack. Plain: {{twin.plain.0}} without attack, \
          {{twin.plain.1}} at 1.0, {{twin.plain.3}} at 3.0. Robust: {{twin.robust.0}}, {{twin.robust.1}}, {{twin.robust.3}}.
          """,
        id: """
          Dua kurva akurasi terhadap ukuran L2 serangan. Biasa: {{twin.plain.0}} tanpa serangan, {{twin.plain.1}} pada \
          1,0, {{twin.plain.3}} pada 3,0. Tangguh: {{twin.robust.0}}, {{twin.robust.1}}, {{twin.robust.3}}.
          """),
      caption: spreadCaption,
      image: LineChart(
        title: page(title), x: Axis(page("ε, L2 of all changes", id: "ε, L2 dari semua perubahan")),
        y: .percent(page("still right", id: "masih benar"), range: 0...1),
        series: names.indices.map { place in
          .init(
            names[place], zip(radii, accuracies).map { DataPoint(x: Double($0), values: $1[place].map(Double.init)) })
        }, style: page.style
      ).image())
  }

  private var spreadCaption: Phrase {
    Phrase(
      en: "Mean and standard deviation over \(page.seeds.count) seeds.",
      id: "Rata-rata dan simpangan baku dari \(page.seeds.count) benih.")
  }

  /// An axis of shares with room beyond 100 % for what stands beside a full bar.
  private func shareAxis(_ label: String) -> Axis {
    Axis(label, range: 0...1.14, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], format: .percent(decimals: 0))
  }

  private func share(_ value: Float) -> String { page.format(value, as: .percent(digits: 0)) }

  /// Shares with their spread, of which nothing lies beyond 0 and 1.
  private func series(_ name: String, _ values: [[Float]]) -> BarChart.Series {
    let points = values.map { DataPoint(x: 0, values: $0.map(Double.init)) }
    return BarChart.Series(name, points.map(\.y), spreads: points.map { $0.spread?.clamped(to: 0...1) })
  }
}
