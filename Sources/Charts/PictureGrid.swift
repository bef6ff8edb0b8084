import Imaging

/// Pictures in rows and columns, enlarged by a whole factor without smoothing, with headings and lines below each.
///
/// ```swift
/// PictureGrid(
///   title: "The same scene in five styles", columnHeadings: ["photo", "sketch"],
///   rows: [[PictureGrid.Cell(photo, caption: ["cat", .good("98.1 %")]), PictureGrid.Cell(sketch)]]
/// ).image()
/// ```
public struct PictureGrid: Chart {
  /// A line below a picture.
  public struct Caption: Sendable, Hashable, ExpressibleByStringLiteral {
    /// What a line says besides its words.
    ///
    /// Each kind differs from the others by more than its colour.
    public enum Emphasis: Sendable, Hashable {
      /// Ordinary text.
      case plain
      /// Bold.
      case strong
      /// Grey.
      case muted
      /// Bold green with a tick.
      case good
      /// Bold vermilion with a cross.
      case bad
    }

    /// A bar in a line.
    public struct Bar: Sendable, Hashable {
      /// Its length, from 0 to 1.
      public var share: Double
      /// What stands at its end.
      public var value: String
    }

    public var text: String
    /// What the line says besides them.
    public var emphasis: Emphasis
    /// A share of a whole, from 0 to 1, that is drawn as a bar behind the words, and how it is written; nil for words alone.
    public var bar: Bar?

    public init(_ text: String, emphasis: Emphasis = .plain) {
      self.text = text
      self.emphasis = emphasis
    }

    /// A line with a bar: a name, a share from 0 to 1, and the share as it is written.
    ///
    /// The bars below one another begin in one line, and a share of 1 is as long in all of them.
    public static func bar(
      _ name: String, _ share: Double, _ value: String, emphasis: Emphasis = .plain
    ) -> Caption {
      var caption = Caption(name, emphasis: emphasis)
      caption.bar = Bar(share: share, value: value)
      return caption
    }

    public init(stringLiteral text: String) {
      self.init(text)
    }

    /// A line about something that is right.
    public static func good(_ text: String) -> Caption { Caption(text, emphasis: .good) }
    /// A line about something that is wrong.
    public static func bad(_ text: String) -> Caption { Caption(text, emphasis: .bad) }
    /// A line that matters.
    public static func strong(_ text: String) -> Caption { Caption(text, emphasis: .strong) }
    /// A line that matters less.
    public static func muted(_ text: String) -> Caption { Caption(text, emphasis: .muted) }
  }

  /// The line around a picture.
  public enum Frame: Sendable, Hashable {
    /// A thin grey one.
    case thin
    /// A thick green one.
    case good
    /// A thick dashed vermilion one.
    case bad
    /// A thick black one.
    case strong
  }

  /// A picture with its lines.
  public struct Cell: Sendable {
    public var image: Image
    public var caption: [Caption]
    /// The line around it.
    public var frame: Frame

    public init(_ image: Image, caption: [Caption] = [], frame: Frame = .thin) {
      self.image = image
      self.caption = caption
      self.frame = frame
    }
  }

  /// What the grid shows.
  public var title: String
  /// A heading above each column; empty for none.
  public var columnHeadings: [String]
  /// A heading left of each row; empty for none.
  public var rowHeadings: [String]
  /// Rows of pictures; nil leaves a place empty.
  public var rows: [[Cell?]]
  /// How many pixels wide and high a pixel of a picture becomes.
  public var factor: Int
  /// Numbers and typeface; the width follows from the pictures.
  public var style: ChartStyle

  /// A grid; by default pictures are enlarged as far as they about fit the style's width, but
  /// to no more than 192 pixels.
  public init(
    title: String = "", columnHeadings: [String] = [], rowHeadings: [String] = [], rows: [[Cell?]],
    factor: Int? = nil, style: ChartStyle = .standard
  ) {
    precondition(rows.contains { !$0.isEmpty }, "a grid needs at least one picture")
    self.title = title
    self.columnHeadings = columnHeadings
    self.rowHeadings = rowHeadings
    self.rows = rows
    self.style = style
    let widest = rows.joined().compactMap { $0.map { max($0.image.width, $0.image.height) } }.max() ?? 1
    let columns = rows.map(\.count).max() ?? 1
    let space = (style.width + 40 - (rowHeadings.isEmpty ? 36 : 150)) / columns - 16
    self.factor = factor ?? max(1, min(space, 192) / widest)
  }

  /// Pictures one after another in rows of `columns`.
  public init(
    title: String = "", cells: [Cell], columns: Int, factor: Int? = nil, style: ChartStyle = .standard
  ) {
    precondition(columns > 0, "a grid needs at least one column, not \(columns)")
    let rows = stride(from: 0, to: cells.count, by: columns).map { start in
      cells[start..<min(start + columns, cells.count)].map { Cell?.some($0) }
    }
    self.init(title: title, rows: rows, factor: factor, style: style)
  }
}
