import Charts
import Datasets
import Experiments
import Imaging
import Notebook
import Visualization

extension PretrainedFigures {
  /// The maps of the channels that answer most strongly, a row for every stage.
  func featureMaps(_ stages: [FeatureMaps], of picture: Image) throws {
    let title = Phrase(en: "What each stage makes of one picture", id: "Satu gambar di mata setiap tahap")
    try page.figure(
      "feature-maps", title: title,
      alternative: Phrase(
        en: """
          Four rows of six maps: outlines as sharp as the picture in the first, ever coarser patches in the next, a \
          few cells that light up in the last. Each row has one scale.
          """,
        id: """
          Empat baris berisi enam peta: garis luar setajam gambarnya di baris pertama, petak yang makin kasar di \
          baris berikutnya, dan beberapa sel yang menyala di baris terakhir. Setiap baris memakai satu skala.
          """),
      caption: mapsCaption, image: mapsImage(page(title), stages))
  }

  /// What the colours of maps mean.
  var mapsCaption: Phrase {
    Phrase(
      en:
        "The six channels of each layer with the largest peaks. Pale is 0; darkest blue, the row's largest value.",
      id:
        "Enam kanal tiap lapisan dengan puncak tertinggi. Pucat berarti 0; biru tergelap, nilai terbesar baris itu.")
  }

  /// The strongest maps, a row for every stage, below the picture if there is one.
  func mapsImage(_ title: String, _ stages: [FeatureMaps], above picture: PictureGrid.Cell? = nil) -> Image {
    PictureGrid(
      title: title,
      rowHeadings: (picture.map { _ in [""] } ?? [])
        + stages.map { "\($0.layer)\n0–\(page.format($0.scale.upperBound, as: .number(digits: 1)))" },
      rows: (picture.map { [[$0]] } ?? [])
        + stages.map { maps in
          maps.channelsByPeak.prefix(6).map { channel in
            PictureGrid.Cell(maps.picture(of: channel), caption: [.muted(name(of: channel))])
          }
        }, factor: 1, style: page.style
    ).image()
  }

  /// For two channels of every stage their map of the picture and the patches of other pictures that drive them most.
  func strongestCrops(_ stages: [FeatureMaps], _ strongest: StrongestCrops, among set: TestSet) throws {
    try page.figure("strongest-crops", cropsGrid(stages, strongest, among: set))
  }

  /// Two channels of every stage, each with its map and the patches that drive it most.
  func cropsGrid(
    _ stages: [FeatureMaps], _ strongest: StrongestCrops, among set: TestSet
  ) -> PictureGrid {
    let channels = stages.flatMap { maps in
      maps.channelsByPeak.filter { !strongest.crops(of: maps.layer, channel: $0).isEmpty }.prefix(2).map { (maps, $0) }
    }
    return PictureGrid(
      columnHeadings: [page("map", id: "peta")] + (1...5).map { "\($0)" },
      rowHeadings: channels.map { "\($0.layer)\n\(name(of: $1))" },
      rows: channels.map { maps, channel in
        let own = PictureGrid.Cell(
          maps.picture(of: channel), caption: [.muted(page("this picture", id: "gambar ini"))], frame: .strong)
        return [own]
          + strongest.crops(of: maps.layer, channel: channel).map { crop in
            let label = set.classNames[set.labels[crop.picture]]
            return PictureGrid.Cell(patch(crop, of: set), caption: [.init(page(Phrase(label)))])
          }
      }, factor: 1)
  }

  /// A patch at about the size of the maps.
  private func patch(_ crop: StrongestCrop, of set: TestSet) -> Image {
    let patch = set[crop.picture].cropped(
      x: crop.columns.lowerBound, y: crop.rows.lowerBound, width: crop.columns.count, height: crop.rows.count)
    return patch.fitted(to: 128)
  }

  private func name(of channel: Int) -> String { page("channel \(channel)", id: "kanal \(channel)") }
}
