import Imaging
import Testing

@Suite("Canvas")
struct CanvasTests {
  private func darkness(_ image: Image) -> Float {
    image.pixels.reduce(0) { $0 + 1 - $1 } / 3
  }

  private func isInked(_ image: Image, columns: Range<Int>, rows: Range<Int>) -> Bool {
    rows.contains { y in columns.contains { x in image[x: x, y: y, channel: 1] < 0.9 } }
  }

  @Test("a placed picture is in the finished one exactly, enlarged", arguments: [1, 2, 3, 5])
  func placed(factor: Int) {
    let picture = pattern(17, 5, channels: 3)
    let canvas = Canvas(width: 100, height: 40)
    canvas.draw(picture, x: 7, y: 4, factor: factor)
    let part = canvas.image.cropped(x: 7, y: 4, width: 17 * factor, height: 5 * factor)
    #expect(part == picture.enlarged(by: factor))
    #expect(pixel(canvas.image, 6, 4) == [255, 255, 255])
  }

  @Test("a picture that reaches over the edge is cut off, not a trap")
  func overTheEdge() {
    let canvas = Canvas(width: 9, height: 9)
    canvas.draw(Image(width: 5, height: 5, channels: 1, filledWith: 0), x: 6, y: -2)
    #expect(pixel(canvas.image, 8, 0) == [0, 0, 0])
    #expect(pixel(canvas.image, 5, 0) == [255, 255, 255])
  }

  @Test("a line along an axis at half coordinates covers exactly its pixels")
  func crispLine() {
    let canvas = Canvas(width: 11, height: 7)
    canvas.line([CanvasPoint(x: 2, y: 3.5), CanvasPoint(x: 9, y: 3.5)], width: 1, color: .black)
    for y in 0..<7 {
      for x in 0..<11 {
        #expect(pixel(canvas.image, x, y)[0] == (y == 3 && (2..<9).contains(x) ? 0 : 255))
      }
    }
  }

  @Test("a slanting line has about the area that its thickness says", arguments: [1.0, 2, 3, 5])
  func thickness(width: Double) {
    let canvas = Canvas(width: 60, height: 60)
    canvas.line([CanvasPoint(x: 10, y: 10), CanvasPoint(x: 40, y: 50)], width: width, color: .black)
    // libgd rounds corners to drawn pixels, a third of a pixel.
    #expect(abs(Double(darkness(canvas.image)) / 50 - width) < 1.0 / 3)
  }

  @Test("a dashed line has the share of ink of its strokes")
  func dashes() {
    let canvas = Canvas(width: 120, height: 9)
    canvas.line(
      [CanvasPoint(x: 10, y: 4.5), CanvasPoint(x: 60, y: 4.5), CanvasPoint(x: 110, y: 4.5)], width: 1, color: .black,
      dashes: [6, 4])
    #expect(abs(darkness(canvas.image) - 60) < 1)
  }

  @Test("shapes have their areas")
  func areas() {
    func area(_ draw: (Canvas) -> Void) -> Float {
      let canvas = Canvas(width: 50, height: 50)
      draw(canvas)
      return darkness(canvas.image)
    }
    let box = Box(x: 10, y: 10, width: 30, height: 20)
    #expect(abs(area { $0.fill(box, color: .black) } - 600) < 0.1)
    #expect(abs(area { $0.fill(box, radius: 6, color: .black) } - (600 - 36 * (4 - .pi))) < 20)
    #expect(abs(area { $0.fillCircle(at: CanvasPoint(x: 25, y: 25), radius: 10, color: .black) } - 100 * .pi) < 12)
    #expect(abs(area { $0.fill(box, color: .black.opacity(0.5)) } - 300) < 4)
    #expect(abs(area { $0.stroke(box, color: .black) } - 100) < 3)
  }

  @Test("every marker is drawn around its centre and differs from the others")
  func markers() {
    let images = Marker.allCases.map { marker in
      let canvas = Canvas(width: 21, height: 21)
      canvas.mark(marker, at: CanvasPoint(x: 10.5, y: 10.5), radius: 5, color: .black)
      return canvas.image
    }
    #expect(Set(images).count == Marker.allCases.count)
    for image in images {
      #expect((15..<100).contains(darkness(image)))
      #expect(!isInked(image, columns: 0..<2, rows: 0..<21))
    }
  }

  @Test("nothing is drawn outside a clip")
  func clip() {
    let canvas = Canvas(width: 20, height: 20)
    canvas.clipped(to: Box(x: 5, y: 5, width: 10, height: 10)) {
      canvas.fill(Box(x: 0, y: 0, width: 20, height: 20), color: .black)
    }
    #expect(darkness(canvas.image) == 100)
    canvas.fill(Box(x: 0, y: 0, width: 20, height: 20), color: .black)
    #expect(darkness(canvas.image) == 400)
  }

  @Test(
    "text fills the width that was measured, in any font",
    arguments: [Font.found, .builtIn], ["kucing", "é ε ∞ × ²", "AT&T; <&amp;>", "83,5 %"])
  func measured(font: Font, text: String) {
    for weight in [Font.Weight.regular, .bold] {
      let canvas = Canvas(width: 200, height: 30, font: font)
      let width = font.width(of: text, size: 14, weight: weight)
      canvas.text(text, at: CanvasPoint(x: 100, y: 15), size: 14, weight: weight, alignment: .center)
      let (left, right) = (Int(100 - width / 2), Int(100 + width / 2))
      #expect(width > 30)
      #expect(isInked(canvas.image, columns: left..<left + 5, rows: 0..<30))
      #expect(isInked(canvas.image, columns: right - 5..<right + 1, rows: 0..<30))
      #expect(!isInked(canvas.image, columns: 0..<left - 1, rows: 0..<30))
      #expect(!isInked(canvas.image, columns: right + 2..<200, rows: 0..<30))
    }
  }

  @Test("rotated text stands upright in its place", arguments: [Font.found, .builtIn])
  func rotated(font: Font) {
    let canvas = Canvas(width: 30, height: 120, font: font)
    canvas.text("accuracy", at: CanvasPoint(x: 15, y: 60), size: 13, alignment: .center, isRotated: true)
    let half = Int(font.width(of: "accuracy", size: 13) / 2)
    #expect(isInked(canvas.image, columns: 8..<22, rows: 60 - half..<60 - half + 6))
    #expect(isInked(canvas.image, columns: 8..<22, rows: 60 + half - 6..<60 + half))
    #expect(!isInked(canvas.image, columns: 0..<5, rows: 0..<120))
    #expect(!isInked(canvas.image, columns: 25..<30, rows: 0..<120))
  }

  @Test("text is wrapped at spaces to the width given")
  func wrapped() {
    let lines = Font.found.wrapped("one two three four five six", width: 60, size: 12)
    #expect(lines.count > 1)
    #expect(lines.joined(separator: " ") == "one two three four five six")
    #expect(lines.allSatisfy { Font.found.width(of: $0, size: 12) <= 60 })
    #expect(Font.found.wrapped("a\nb", width: 60, size: 12) == ["a", "b"])
  }

  @Test("the built-in font says that it is")
  func builtIn() {
    #expect(Font.builtIn.isBuiltIn)
    #expect(Font.builtIn.description.contains("libgd"))
  }
}
