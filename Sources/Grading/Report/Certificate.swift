import Datasets
import Foundation
import Imaging
import Notebook

/// What a reader gets for a lesson all of whose exercises are right.
package struct Certificate {
  private let card: ScoreCard
  private let name: String?
  private let day: String
  private let canvas = Canvas(width: 1120, height: 792, background: Color(0xFBF9F4))

  private static let ink = Color(0x1F2A38)
  private static let quiet = Color(0x5B6673)
  private static let accent = Color(0x0072B2)
  private static let gold = Color(0xB98A2C)

  /// A certificate for a score card, with the reader's name if it is known, and the day.
  package init(_ card: ScoreCard, name: String?, day: String) {
    self.card = card
    self.name = name?.onOneLine
    self.day = day
  }

  /// The bytes of its PNG, with its title and what it says as texts.
  package var data: Data {
    image.pngData(text: [
      ("Title", title), ("Description", alternative), ("Lesson", card.lesson.id), ("Software", Release.software),
    ])
  }

  private var title: String { card.say("Certificate", "Sertifikat") }

  /// What it says, for who cannot see it.
  package var alternative: String {
    let reader = name.map { $0 + ". " } ?? ""
    return "\(title). \(reader)\(card.lesson.title(card.language)). \(card.total), \(day). \(honesty)."
  }

  /// What is known of help: whether the command was used; solutions can be read elsewhere.
  private var honesty: String {
    switch card.seen.count {
    case 0: card.say("“alih solution” was not used", "“alih solution” tidak dipakai")
    case 1: card.say("“alih solution” was used for one exercise", "“alih solution” dipakai untuk satu latihan")
    case let count:
      card.say("“alih solution” was used for \(count) exercises", "“alih solution” dipakai untuk \(count) latihan")
    }
  }

  /// The certificate as a picture.
  package var image: Image {
    drawFrame()
    let centre = Double(canvas.width) / 2
    write(Release.name, y: 108, size: 30, weight: .bold, color: Self.accent)
    let course = card.say("a course on transfer learning that runs", "kursus transfer learning yang dapat dijalankan")
    write(course, y: 142, size: 15, color: Self.quiet)
    write(title.uppercased(), y: 206, size: 44, weight: .bold, color: Self.ink)
    rule(y: 244, halfWidth: 70)
    if let name { write(name, y: 292, size: 32, color: Self.ink) } else { rule(y: 304, halfWidth: 210) }
    write(
      card.say("has solved all exercises of the lesson", "telah menyelesaikan semua latihan pelajaran"), y: 344,
      size: 17, color: Self.quiet)
    let lines = canvas.font.wrapped(card.lesson.title(card.language), width: 860, size: 27, weight: .bold)
    canvas.text(
      lines: lines, at: CanvasPoint(x: centre, y: lines.count == 1 ? 396 : 384), size: 27, weight: .bold,
      color: Self.accent,
      alignment: .center)
    write(card.grades.map(\.exercise).joined(separator: "  ·  "), y: 452, size: 15, color: Self.quiet)
    drawPictures(y: 494)
    drawFoot()
    return canvas.image
  }

  private func write(_ text: String, y: Double, size: Double, weight: Font.Weight = .regular, color: Color) {
    // What is too long for the sheet, such as a name, is made smaller.
    let room = Double(canvas.width) - 200
    let fitting = min(size, size * room / max(canvas.font.width(of: text, size: size, weight: weight), 1))
    canvas.text(
      text, at: CanvasPoint(x: Double(canvas.width) / 2, y: y), size: fitting, weight: weight, color: color,
      alignment: .center)
  }

  private func rule(y: Double, halfWidth: Double) {
    let centre = Double(canvas.width) / 2
    canvas.line(
      [CanvasPoint(x: centre - halfWidth, y: y), CanvasPoint(x: centre + halfWidth, y: y)], width: 2, color: Self.gold)
  }

  private func drawFrame() {
    let (width, height) = (Double(canvas.width), Double(canvas.height))
    for (inset, line, color) in [(24.0, 5.0, Self.accent), (36.0, 1.5, Self.gold)] {
      canvas.stroke(
        Box(x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset), radius: 14, width: line,
        color: color)
    }
  }

  /// Eight pictures of the Menagerie, others for each lesson.
  private func drawPictures(y: Int) {
    let (size, gap, count) = (96, 16, 8)
    let left = (canvas.width - count * size - (count - 1) * gap) / 2
    let world = Menagerie(seed: UInt64(card.lesson.number))
    for place in 0..<count {
      guard let scene = world.testScenes(of: place * 2 % 16 + place / 8, count: 1).first else { continue }
      let x = left + place * (size + gap)
      canvas.draw(scene.picture(size: size, style: .photo).withChannels(3), x: x, y: y)
      canvas.stroke(
        Box(x: Double(x), y: Double(y), width: Double(size), height: Double(size)), width: 1.5, color: Self.gold)
    }
  }

  /// On the left the points, on the right the day, in the middle whether the command showed solutions.
  private func drawFoot() {
    let y = 664.0
    let places: [(String, String, Double)] = [
      (card.say("points", "poin"), "\(card.score.earned)/\(card.score.possible)", 200),
      (card.say("date", "tanggal"), day, Double(canvas.width) - 200),
    ]
    for (label, value, x) in places {
      canvas.text(value, at: CanvasPoint(x: x, y: y), size: 24, weight: .bold, color: Self.ink, alignment: .center)
      canvas.text(label, at: CanvasPoint(x: x, y: y + 30), size: 14, color: Self.quiet, alignment: .center)
    }
    drawSeal(at: CanvasPoint(x: Double(canvas.width) / 2, y: y + 4))
    write(honesty, y: 730, size: 14, color: Self.quiet)
  }

  /// A disc with a check mark in it.
  private func drawSeal(at centre: CanvasPoint) {
    canvas.fillCircle(at: centre, radius: 36, color: Self.gold)
    canvas.strokeCircle(at: centre, radius: 31, width: 1.5, color: .white)
    canvas.line(
      [
        CanvasPoint(x: centre.x - 14, y: centre.y + 1), CanvasPoint(x: centre.x - 4, y: centre.y + 12),
        CanvasPoint(x: centre.x + 16, y: centre.y - 12),
      ], width: 6, color: .white)
  }
}
