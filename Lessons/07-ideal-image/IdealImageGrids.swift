import Charts
import Experiments
import Imaging
import Notebook

/// Grids of pictures with what each scores below it, a row for each class.
extension IdealImageCells {
  /// The pictures of each class from every seed.
  func grid(seedsOf study: IdealStudy, on page: Page) -> PictureGrid {
    grid(page.seeds.map { page.term("seed", ["seed": "\($0)"]) }, study.keys.map { study[$0] }, on: page)
  }

  /// The picture of the first seed from each row of a table.
  func grid<Row>(
    _ table: Study<KeyPair<Row, ClassLabel>, IdealPicture>, factor: Int? = nil, on page: Page
  ) -> PictureGrid {
    let rows: [Row] = table.rows()
    return grid(
      rows.map { $0.label(page.term) }, subjects.map { subject in rows.map { table[$0, subject][0] } },
      factor: factor, on: page)
  }

  /// The picture of the first seed from each of some studies under a term.
  func grid(terms columns: KeyValuePairs<String, IdealStudy>, on page: Page) -> PictureGrid {
    grid(
      columns.map { page.term($0.key) }, subjects.map { subject in columns.map { $0.value[subject][0] } }, on: page)
  }

  /// Rows of pictures under columns with headings.
  func grid(
    _ columns: [String], _ rows: [[IdealPicture]], factor: Int? = nil, on page: Page
  ) -> PictureGrid {
    PictureGrid(
      columnHeadings: columns, rowHeadings: rows.map { page(material.name($0[0].subject.name)) },
      rows: rows.map { $0.map { cell($0, on: page) } }, factor: factor)
  }

  /// What the first seed came to at every weight.
  func pictures(_ sweep: Study<Float, IdealPicture>, on page: Page) -> PictureGrid {
    PictureGrid(
      cells: sweep.keys.map { weight in
        let number = page.format(weight, as: format(ofWeight: weight))
        return cell(sweep[weight][0], heading: page.term("weight", ["weight": number]), on: page)
      }, columns: 4)
  }

  /// The format of a weight of the variation loss.
  func format(ofWeight weight: Float) -> ValueFormat { .number(digits: weight < 1 ? 1 : 0) }

  /// Every class from its first four noises, two classes side by side.
  func twoColumns(_ gallery: IdealStudy, on page: Page) -> PictureGrid {
    let rows = gallery.keys.map { subject in
      gallery[subject].prefix(4).enumerated().map { place, ideal in
        let name = place == 0 ? PictureGrid.Caption.strong(subject.label(page.term)) : .muted(" ")
        return PictureGrid.Cell(ideal.picture, caption: [name, .muted(judgement(of: ideal, on: page))])
      }
    }
    let half = rows.count / 2
    return PictureGrid(rows: (0..<half).map { rows[$0] + rows[$0 + half] }, factor: 2)
  }

  /// A picture with its heading, the probabilities of its class and its variation; one that is large is reduced.
  private func cell(_ ideal: IdealPicture, heading: String? = nil, on page: Page) -> PictureGrid.Cell {
    let factor = page.format(ideal.variation, as: .factor)
    var lines: [PictureGrid.Caption] = heading.map { [.strong($0)] } ?? []
    lines.append(.init("p = \(page.format(ideal.probability, as: .percent))"))
    if !material.isOwn { lines.append(.init(judgement(of: ideal, on: page))) }
    lines.append(.muted(page.term("variation-of", ["factor": factor])))
    let picture = ideal.picture.width > 128 ? ideal.picture.fitted(to: 128) : ideal.picture
    return PictureGrid.Cell(picture, caption: lines)
  }

  private func judgement(of ideal: IdealPicture, on page: Page) -> String {
    page.term(
      "judges-say",
      [
        "probability": page.format(ideal.judge, as: .percent(digits: 0)),
        "robust": page.format(ideal.robustJudge, as: .percent(digits: 0)),
      ])
  }
}

/// The film and its strip.
extension IdealImageCells {
  /// A frame of the film: the pictures of one moment.
  func image(of frame: FilmFrame, on page: Page) -> Image {
    PictureGrid(
      title: page.term("after-steps", ["count": "\(frame.step)"]),
      columnHeadings: subjects.map { $0.label(page.term) },
      rows: [subjects.indices.map { cell($0, of: frame, on: page) }], factor: 3, style: page.style
    ).image()
  }

  /// Some frames side by side.
  func strip(_ frames: [FilmFrame], on page: Page) -> PictureGrid {
    PictureGrid(
      columnHeadings: frames.map { page.term("step-count", ["count": "\($0.step)"]) },
      rowHeadings: subjects.map { $0.label(page.term) },
      rows: subjects.indices.map { row in frames.map { cell(row, of: $0, on: page) } }, factor: 2)
  }

  private func cell(_ place: Int, of frame: FilmFrame, on page: Page) -> PictureGrid.Cell {
    let logit = page.format(frame.logits[place], as: .number(digits: 1))
    let cost = page.format(frame.costs[place], as: .number(digits: 1))
    return PictureGrid.Cell(frame.pictures[place], caption: [.init("z = \(logit)"), .muted("w₂ · V₂ = \(cost)")])
  }
}
