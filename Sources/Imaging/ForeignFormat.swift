/// A kind of file that people take for a picture that can be read, known by its first bytes.
public enum ForeignFormat: String, Sendable, Hashable, CaseIterable {
  case gif = "a GIF"
  case webP = "a WebP picture"
  case heic = "an HEIC picture"
  case avif = "an AVIF picture"
  case bmp = "a BMP"
  case tiff = "a TIFF, or a camera's raw file"
  case jpeg2000 = "a JPEG 2000 picture"
  case jpegXL = "a JPEG XL picture"
  case icon = "an icon"
  case photoshop = "a Photoshop document"
  case pdf = "a PDF"
  case svg = "an SVG drawing"
  case portable = "a PPM or PGM"
  case video = "a film"
  case webPage = "a web page"
  case lfsPointer = "a pointer of Git LFS, not the picture"
  case archive = "an archive"
  case companion = "the file that macOS puts beside a picture"
  case zeros = "nothing but zeros"

  /// The format of a file that is neither JPEG nor PNG, where it is a known one.
  init?(_ bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(512))
    func has(_ text: String, at place: Int = 0) -> Bool { head.dropFirst(place).starts(with: text.utf8) }
    func has(_ bytes: [UInt8], at place: Int = 0) -> Bool { head.dropFirst(place).starts(with: bytes) }
    let brand = has("ftyp", at: 4) ? String(decoding: head.dropFirst(8).prefix(4), as: UTF8.self) : nil
    let text = String(decoding: head, as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let rest = head.dropFirst(brand == nil ? head.count : 16)
    if let brand {
      let others = String(decoding: rest.prefix(48), as: UTF8.self)
      if ["avif", "avis"].contains(brand) || others.contains("avif") {
        self = .avif
      } else if ["hei", "hev", "mif1", "msf1"].contains(where: brand.hasPrefix) || others.contains("heic") {
        self = .heic
      } else {
        self = .video
      }
    } else if has("GIF8") {
      self = .gif
    } else if has("RIFF"), has("WEBP", at: 8) {
      self = .webP
    } else if has("BM"), head.count > 18, head[14] >= 12, has([0, 0, 0], at: 15) {
      self = .bmp
    } else if has([0x49, 0x49, 42, 0]) || has([0x4D, 0x4D, 0, 42]) || has([0x49, 0x49, 43, 0]) {
      self = .tiff
    } else if has("jP  ", at: 4) || has([0xFF, 0x4F, 0xFF, 0x51]) {
      self = .jpeg2000
    } else if has([0xFF, 0x0A]) || has("JXL ", at: 4) {
      self = .jpegXL
    } else if has([0, 0, 1, 0]), head.count > 5, head[4] > 0 {
      self = .icon
    } else if has("8BPS") {
      self = .photoshop
    } else if has("%PDF") {
      self = .pdf
    } else if has([0x1A, 0x45, 0xDF, 0xA3]) || has("RIFF") && has("AVI ", at: 8) {
      self = .video
    } else if has("PK\u{3}\u{4}") || has([0x1F, 0x8B]) || has("Rar!") || has([0x37, 0x7A, 0xBC, 0xAF]) {
      self = .archive
    } else if has([0, 5, 0x16, 7]) {
      self = .companion
    } else if !head.isEmpty, bytes.allSatisfy({ $0 == 0 }) {
      self = .zeros
    } else if has("version https://git-lfs") {
      self = .lfsPointer
    } else if text.hasPrefix("<svg") || text.hasPrefix("<?xml") && text.contains("<svg") {
      self = .svg
    } else if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") {
      self = .webPage
    } else if head.count > 2, head[0] == UInt8(ascii: "P"), 49...54 ~= head[1], [9, 10, 13, 32].contains(head[2]) {
      self = .portable
    } else {
      return nil
    }
  }

  /// What to do about it.
  var advice: String {
    switch self {
    case .webP: "convert it, such as with: dwebp FILE -o NEW.png"
    case .heic, .avif: "convert it, such as with: heif-convert FILE NEW.jpg"
    case .jpegXL: "convert it, such as with: djxl FILE NEW.png"
    case .gif, .bmp, .tiff, .jpeg2000, .icon, .photoshop, .portable:
      "convert it, such as with ImageMagick: convert FILE NEW.png"
    case .svg: "draw it, such as with: rsvg-convert FILE -o NEW.png"
    case .pdf: "draw a page, such as with: pdftoppm -png FILE NEW"
    case .video: "take a picture out of it, such as with: ffmpeg -i FILE -frames:v 1 NEW.png"
    case .archive: "unpack it first"
    case .webPage: "the server sent it instead of a picture; download the picture again"
    case .companion: "take the one without ._ in front of its name"
    case .zeros: "an interrupted copy leaves such files; copy or download the picture again"
    case .lfsPointer: "fetch it with: git lfs pull"
    }
  }
}
