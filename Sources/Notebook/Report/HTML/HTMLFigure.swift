import Foundation

/// A figure in a page, with its picture in it.
struct HTMLFigure {
  private let figure: Figure
  private let number: Int
  private let language: Language

  init(_ figure: Figure, number: Int, language: Language) {
    self.figure = figure
    self.number = number
    self.language = language
  }

  /// The picture, which a click shows in full size, and below it title and caption.
  ///
  /// A film is folded out, so that who is disturbed by what moves can fold it in.
  /// - Throws: if the picture can't be read.
  func html() throws -> String {
    let png = try Data(contentsOf: figure.file)
    let (width, height) = Self.size(of: png)
    let place = "figure-\(number)"
    let picture = """
      <a href="#\(place)" title="\(language.html("full size", "ukuran penuh"))"><img \
      src="data:image/png;base64,\(png.base64EncodedString())" alt="\(figure.alternative.inHTML)" width="\(width)" \
      height="\(height)"></a>
      """
    let frame = "<div class=\"frame\" tabindex=\"0\">\(picture)</div>"
    let shown =
      Self.isFilm(png) ? "<details open><summary>\(language.html("Film", "Film"))</summary>\(frame)</details>" : frame
    let caption = figure.caption.map { " " + $0.inlineHTML } ?? ""
    return """
      <figure id="\(place)">
      \(shown)
      <figcaption><strong>\(language.html("Figure", "Gambar")) \(number). \(figure.title.inHTML).</strong>\(caption)</figcaption>
      </figure>
      """
  }

  /// Width and height, the first two numbers of a PNG's header.
  static func size(of png: Data) -> (width: Int, height: Int) {
    func number(at place: Int) -> Int { png.dropFirst(place).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
    return (number(at: 16), number(at: 20))
  }

  /// Whether a PNG has several pictures: it says so by a chunk `acTL` before the first.
  private static func isFilm(_ png: Data) -> Bool {
    png.prefix(4_096).range(of: Data("acTL".utf8)) != nil
  }
}
