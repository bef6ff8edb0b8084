import Foundation
import Testing

@testable import Notebook

@Suite("Report")
struct ReportTests {
  @Test("the Markdown report has prose, source, figure, claims and what the run was")
  func markdown() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let folder = try toy.run(.id).result.folder
    let report = try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8)
    #expect(
      report == """
        # Mainan

        Sebelum apa pun diukur.

        ## Mengukur

        ```swift
        func measure(_ page: Page) throws {
          page.measure("accuracy", 0.835, as: .percent)
          page.measure("pictures", 12_500)
        }
        ```

        Akurasinya **83,5\u{A0}%** dari 12.500.

        ## Menggambar

        ```swift
        func draw(_ page: Page) throws {
          for shade in [Float(0), 1] { print("{ \\(shade) }") }
          page.claim("high", values, .atLeast(0.9), as: .percent)
          page.claim("low", values, .atMost(0.5), as: .percent)
          try page.figure("grey", GreyChart())
        }
        ```

        ![Abu-abu pada 83,5\u{A0}% \\[yakin\\]](grey.png)

        **Gambar 1. Abu-abu.** Semua piksel sama.

        | | Klaim | Rerata ± sebaran | Selang 95\u{A0}% | Syarat | Benih |
        |---|---|---|---|---|--:|
        | ✓\u{A0}terbukti | Tinggi \\| yakin | 92,0\u{A0}± 1,6\u{A0}% | 90,0–94,0\u{A0}% | paling sedikit 90,0\u{A0}% | 5 |
        | ✗\u{A0}terbantah | Rendah | 92,0\u{A0}± 1,6\u{A0}% | 90,0–94,0\u{A0}% | paling banyak 50,0\u{A0}% | 5 |

        Sekian.

        ---

        | Eksekusi ini | |
        |---|---|
        | Pelajaran | `toy` |
        | Klaim | 1 dari 2 klaim terbukti, 1 terbantah |
        | Benih acak | 1, 2, 3, 4, 5 |
        | Waktu | 0,0\u{A0}detik |
        | Dibuat oleh | \(Release.software) |

        """)
  }

  @Test("another format is written beside it")
  func otherFormat() throws {
    struct Words: ReportFormat {
      let fileName = "words.txt"
      func data(for report: Report, folder: URL) -> Data { Data("\(report.blocks.count)".utf8) }
    }
    let toy = try ToyLesson()
    defer { toy.remove() }
    let folder = try toy.run { $0.reports.append(Words()) }.result.folder
    #expect(try String(contentsOf: folder.appendingPathComponent("words.txt"), encoding: .utf8) == "9")
  }
}
