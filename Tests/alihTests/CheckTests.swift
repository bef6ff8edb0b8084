import Foundation
import Testing

/// The commands for who writes lessons, and for who wants to know what a word means.
@Suite struct CheckTests {
  @Test("all lessons and the glossary are sound, and it takes seconds to find that out")
  func sound() throws {
    let result = try Command("check")
    #expect(result.status == 0 && result.output.hasSuffix(" lessons checked, nothing found\n"), "\(result.output)")
    #expect(try Command("check", "4", "--language", "id").output == "1 pelajaran diperiksa, tidak ada masalah\n")
    #expect(try Command("check", "--help").output.contains("Example: alih check fine-tuning"))
    #expect(try Command("check", "nothing").refused(saying: "no lesson is called nothing"))
  }

  @Test("a word is shown with what it means, in the reader's language; a part of it shows all that have it")
  func glossary() throws {
    let one = try Command("glossary", "accuracy")
    #expect(one.status == 0 && one.output.contains("accuracy: the share of pictures"), "\(one.output)")
    let several = try Command("glossary", "ACCURA")
    #expect(several.output.contains("training accuracy") && several.output.contains("validation accuracy"))
    let page = try Command("glossary", "--language", "id")
    #expect(page.status == 0 && page.output.contains("Glosarium") && page.output.contains("akurasi"))
    #expect(try Command("glossary", "unicorn").refused(saying: "unicorn; alih glossary shows all"))
    #expect(try Command("glossary", "unicorn", "--language", "id").refused(saying: "tidak ada kata dalam glosarium"))
    #expect(try Command("glossary", "--help").output.contains("Example: alih glossary accuracy"))
  }
}
