/// A page with all sections of the lessons: a list without a script, and with one those that have all words that are typed.
struct SiteSearch {
  /// A section with the words in it.
  private struct Section {
    let lesson: Lesson
    let heading: HTMLBlocks.Heading
    var words: String
  }

  private let sections: [Section]
  private let language: Language

  /// The sections of the lessons' texts, without the values that only a run has.
  /// - Throws: one line if a text can't be read.
  init(_ lessons: [Lesson], _ language: Language) throws(NotebookError) {
    self.language = language
    var sections: [Section] = []
    for lesson in lessons {
      var blocks = HTMLBlocks()
      for located in try lesson.text(language).pieces {
        guard case .prose(let prose) = located.piece else { continue }
        let before = blocks.headings.count
        let words = blocks.html(prose).replacing(/<[^>]*>|{{[^}]*}}/, with: " ")
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if blocks.headings.count > before {
          sections.append(Section(lesson: lesson, heading: blocks.headings[before], words: words))
        } else if let last = sections.indices.last {
          sections[last].words += " " + words
        }
      }
    }
    self.sections = sections
  }

  /// The inside of the page.
  func html() -> String {
    let items = sections.map { section in
      """
      <li><a href="\(section.lesson.folderName)/report.html#\(section.heading.anchor)">\(section.heading.html)</a> \
      (\(section.lesson.title(language).inHTML))<span hidden> \(section.words)</span></li>
      """
    }
    let label = Phrase(en: "Search in all lessons", id: "Cari di semua pelajaran")(language)
    return """
      <h1>\(Phrase(en: "Search", id: "Cari")(language))</h1>
      <div id="form" hidden>
      <label for="query">\(label)</label>
      <input type="search" id="query">
      <p role="status"><span id="count">\(sections.count)</span> \(Phrase(en: "sections", id: "bagian")(language))</p>
      </div>
      <ul id="sections">
      \(items.joined(separator: "\n"))
      </ul>
      <script>
      const query = document.getElementById("query");
      document.getElementById("form").hidden = false;
      query.addEventListener("input", () => {
        const words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
        let count = 0;
        for (const item of document.querySelectorAll("#sections li")) {
          const text = item.textContent.toLowerCase();
          item.hidden = !words.every(word => text.includes(word));
          if (!item.hidden) count += 1;
        }
        document.getElementById("count").textContent = count;
      });
      </script>
      """
  }
}
