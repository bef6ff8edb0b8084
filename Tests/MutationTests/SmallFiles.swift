import Foundation
import Imaging

/// Small files of every kind that is read, all of them whole.
enum SmallFiles {
  /// JPEG files of 40 × 30 pixels.
  static let jpegs: [[UInt8]] = [
    // baseline, with an EXIF orientation.
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0s
    LiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8
    fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAeACgDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAABAMABv/EACEQAAICAgICAwEA
    AAAAAAAAAAECAAMRYQQhEjFBUXET/8QAGQEAAwADAAAAAAAAAAAAAAAAAgMFAAQG/8QAHhEAAgIDAQADAAAAAAAAAAAAAQMAAhESITFBcYH/2gAM
    AwEAAhEDEQA/AOVSnUulGoqunUVXRqYuu8BbsQScfUunF1GisL1jJlEqZtfkZYKqdfTKKnGFXige+po9eOq++pos6/IA+zN+ruQtVOooV+KjA7Mt
    TUJZawz/AJ1ErYaqyPTycUtvYerjyy1knCjA+4j+YJ8fiXFYXCj2fmCbioIHAPZRU2FWhV6xk/U0etQQDGMmaJLNeZx+ZlCreT//2Q==
    """,
    // progressive.
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9
    lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wgARCAAeACgD
    ASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAwIABf/EABkBAQACAwAAAAAAAAAAAAAAAAIABAEDBf/aAAwDAQACEAMQAAAB5VqsI29KyWfH
    eS3Y4p2iYsFnwsf/xAAYEAEBAQEBAAAAAAAAAAAAAAAAEQESAv/aAAgBAQABBQKI5cuWYzERyzEZ5RGYiIj/xAAWEQEBAQAAAAAAAAAAAAAAAAAC
    AAH/2gAIAQMBAT8BLi7HFRViv//EABkRAAIDAQAAAAAAAAAAAAAAAAARAQISIf/aAAgBAgEBPwGsMnMcOFbKo0aR/8QAFBABAAAAAAAAAAAAAAAA
    AAAAQP/aAAgBAQAGPwIn/8QAGRABAQADAQAAAAAAAAAAAAAAAQAQESFR/9oACAEBAAE/ISlIUzXiEwDDwYDxBMRs3i45Gl//2gAMAwEAAgADAAAA
    EHUDfOTf/8QAGBEBAQADAAAAAAAAAAAAAAAAACEBEBH/2gAIAQMBAT8Q4MyCuuL/xAAcEQEAAgIDAQAAAAAAAAAAAAABABEhMUFRcYH/2gAIAQIB
    AT8QhDcmPYD1iWm3ESEMBuOi6+XP/8QAHRAAAgMAAwEBAAAAAAAAAAAAAAERIWExUXEQQf/aAAgBAQABPxDIzMjIQuaMDESUiWZnhyFGQoEK38mN
    wkLspIl9CRHjRBvoJIJy/wBEqoiWf//Z
    """,
    // grey, with restart markers.
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9
    lnN+gXz/wAALCAAeACgBAREA/8QAFwABAQEBAAAAAAAAAAAAAAAAAwQFBv/EACEQAAICAgICAwEAAAAAAAAAAAECAAMRYQQhEjFBUXET/90ABAAC
    /9oACAEBAAA/AOVSnUdKNT//0MNOPqOnF1P/0YV4oHvqSV06n//Sgro1HFYXrGTP/9M0qZtfkVeOq++p/9SaqnUqFfiowOzP/9VauPGWsk4UYH3P
    /9bQWhV6xk/UmpqE/9e1awz/AJ1G/mCfH4n/0NoVhcKPZ+Yq1BAMYyZ//9k=
    """,
  ].map { [UInt8](Data(base64Encoded: $0, options: .ignoreUnknownCharacters) ?? Data()) }

  /// PNG files of 23 × 17 pixels, in colour with a text, and grey.
  static var pngs: [[UInt8]] {
    let values = (0..<1_173).map { (place: Int) -> Float in Float(place * 37 % 256) / 255 }
    let picture = Image(width: 23, height: 17, pixels: values)
    return [
      [UInt8](picture.pngData(text: ["Title": "A picture", "Description": "Sebuah gambar — ☂"])),
      [UInt8](picture.withChannels(1).pngData()),
    ]
  }

  /// Five records of CIFAR-10, of labels 0 to 4.
  static let cifar: [UInt8] = {
    let pixels = (0..<3_072).map { UInt8($0 % 256) }
    let labels: [UInt8] = [0, 1, 2, 3, 4]
    return labels.flatMap { [$0] + pixels }
  }()

  /// The names of five classes, one a line.
  static let names: [UInt8] = Array("airplane\nautomobile\nbird\ncat\ndeer\n".utf8)

  /// The names of classes as JSON.
  static let json: [[UInt8]] = [
    #"{"0": ["n01440764", "tench"], "1": ["n01443537", "goldfish"], "2": ["n01484850", "great_white_shark"]}"#,
    #"["cat", "dog", "bird \u00e9 \ud83d\ude00"]"#,
  ].map { Array($0.utf8) }

  /// timm's config.json beside a network.
  static let timm: [UInt8] = Array(
    #"""
    {"architecture": "mobilenetv2_035", "num_classes": 16, "label_names": ["a", "b", "c",
     "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"], "pretrained_cfg": {"mean": [0.485, 0.456, 0.406],
     "std": [0.229, 0.224, 0.225], "input_size": [3, 32, 32], "crop_pct": 0.875, "interpolation": "bicubic"}}
    """#.utf8)

  /// Progress with a fact of each kind.
  static let progress: [UInt8] = Array(
    """
    # What has been done of alih, the course: kind, id, value. Move it with: alih progress export FILE
    exercise ideal-image 3/4 2026-11-21
    hint mmd 2
    quiz domains/before 2/3 2026-11-20
    read domains 2026-11-20
    run domains 2026-11-20
    solution freeze 2026-11-22
    step domains what-is-a-domain
    """.utf8)

  /// A quiz of one question.
  static let quiz: [UInt8] = Array(
    #"""
    {"before": [{"id": "what", "question": {"en": "What?", "id": "Apa?"}, "options": [
      {"en": "This", "id": "Ini", "right": true, "explanation": {"en": "It is.", "id": "Memang."}},
      {"en": "That", "id": "Itu", "explanation": {"en": "It is not.", "id": "Bukan."}}]}], "after": []}
    """#.utf8)
}
