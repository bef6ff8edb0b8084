/// The kinds of files that a report is written as.
public enum ReportKind: String, CaseIterable, Sendable {
  /// Markdown beside the figures, as a code host shows it.
  case markdown = "md"
  /// One page for a browser, with all figures in it.
  case html
  /// A notebook for Jupyter.
  case notebook = "ipynb"

  /// What writes it.
  public var format: any ReportFormat {
    switch self {
    case .markdown: MarkdownReport()
    case .html: HTMLReport()
    case .notebook: NotebookReport()
    }
  }
}
