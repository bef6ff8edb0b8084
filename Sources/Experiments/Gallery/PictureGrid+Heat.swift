import Charts
import Imaging
import Visualization

/// A picture and what some methods say of it, as a row of a figure.
package struct HeatRow {
  /// The picture as the network received it.
  package let picture: Image
  /// The lines below it.
  package let caption: [PictureGrid.Caption]
  /// The heat of each method, and which of its maps is the picture's.
  package let heats: [Heat]
  package let place: Int

  package init(_ picture: Image, caption: [PictureGrid.Caption], heats: [Heat], place: Int = 0) {
    self.picture = picture.withChannels(3)
    self.caption = caption
    self.heats = heats
    self.place = place
  }
}

extension PictureGrid {
  /// Pictures, each beside its heat by some methods, and in the first row the scale of the colours.
  /// - Parameters:
  ///   - headings: What stands above the pictures, above each method, and above the scale.
  ///   - ends: What the upper and the lower end of the scale mean.
  ///   - caption: The lines below the heat of one picture.
  package init(
    title: String = "", _ rows: [HeatRow], headings: [String], ends: [String], isSigned: Bool, side: Int = 192,
    style: ChartStyle = .standard, caption: (_ heat: Heat, _ place: Int) -> [Caption]
  ) {
    let lines = rows.enumerated().map { index, row -> [Cell?] in
      let picture = Cell(row.picture.fitted(to: side), caption: row.caption, frame: .strong)
      let heats = row.heats.map { heat in
        Cell(
          heat.picture(over: row.picture, of: row.place, side: side), caption: caption(heat, row.place))
      }
      let scale = Cell(
        Heat.scale(isSigned: isSigned, height: picture.image.height), caption: ends.map { Caption.muted($0) })
      return [picture] + heats + (index == 0 ? [scale] : [])
    }
    self.init(title: title, columnHeadings: headings, rows: lines, factor: 1, style: style)
  }
}
