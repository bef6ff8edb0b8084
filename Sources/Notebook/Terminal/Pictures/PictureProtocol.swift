/// How a terminal is given pictures.
public enum PictureProtocol: String, CaseIterable, Sendable {
  /// Kitty's graphics protocol, which Ghostty, Konsole and WezTerm know, too: the PNG itself.
  case kitty
  /// iTerm2's inline images, which WezTerm and mintty know, too: the PNG itself.
  case iterm
  /// Sixel, of DEC's VT340: bands of six rows in a palette.
  case sixel
  /// Half blocks: two pixels a character, in 24-bit colour.
  case blocks
  /// Half blocks in the 256 colours that most terminals have.
  case blocks256 = "blocks-256"
  /// No pictures.
  case none

  /// The best that a terminal says of itself that it knows; tmux passes only text on, unless it is told otherwise.
  public static func detected(in environment: [String: String]) -> PictureProtocol {
    let (term, program) = (environment["TERM", default: ""], environment["TERM_PROGRAM", default: ""])
    let blocks: PictureProtocol =
      ["truecolor", "24bit"].contains(environment["COLORTERM", default: ""])
      ? .blocks : term.contains("256color") ? .blocks256 : .none
    if environment["TMUX"] != nil || term.hasPrefix("tmux") || term.hasPrefix("screen") { return blocks }
    if environment["KITTY_WINDOW_ID"] != nil || term == "xterm-kitty" || term == "xterm-ghostty" { return .kitty }
    if ["ghostty", "WezTerm"].contains(program) || environment["KONSOLE_VERSION"] != nil { return .kitty }
    if program == "iTerm.app" || program == "mintty" || environment["LC_TERMINAL"] == "iTerm2" { return .iterm }
    if ["foot", "mlterm", "contour", "yaft"].contains(where: term.hasPrefix) { return .sixel }
    return blocks
  }
}
