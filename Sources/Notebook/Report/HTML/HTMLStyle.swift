/// How a page looks: by day and night, on a telephone, a wide screen and paper.
///
/// Text and background differ by 4.5 : 1 at least, in either light (WCAG 2.2, 1.4.3).
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; --text: #1b1f24; --quiet: #57606a; --page: #ffffff; --panel: #f3f5f7;
      --line: #d0d7de; --link: #0b57d0; --good: #116329; --bad: #a40e26; --open: #7a4d00;
      --keyword: #8250df; --type: #0550ae; --literal: #0a3069; --comment: #57606a; }
    @media (prefers-color-scheme: dark) { :root { --text: #e6e8ea; --quiet: #a0a8b0; --page: #14171a;
      --panel: #1f2428; --line: #3a4046; --link: #8ab4f8; --good: #6fdd8b; --bad: #ff9492; --open: #f0c674;
      --keyword: #d2a8ff; --type: #79c0ff; --literal: #a5d6ff; --comment: #a0a8b0; } }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0 auto; padding: 1rem; max-width: 50rem; background: var(--page); color: var(--text);
      font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
    h1 { font-size: 1.9rem; line-height: 1.2; } h2 { font-size: 1.4rem; margin-top: 2.5rem; } h3 { font-size: 1.15rem; }
    a { color: var(--link); } a:focus-visible, summary:focus-visible, input:focus-visible, [tabindex]:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
    header a { margin-right: 1.2rem; } nav, details { margin: 1rem 0; } summary { cursor: pointer; padding: .35rem 0; }
    code, pre { font: .9em/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
    code { background: var(--panel); padding: .1em .3em; border-radius: .25em; }
    pre { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem;
      overflow-x: auto; font-size: .82rem; } pre code { padding: 0; background: none; font-size: inherit; }
    .keyword { color: var(--keyword); } .type { color: var(--type); } .number, .string { color: var(--literal); }
    .comment { color: var(--comment); font-style: italic; }
    .formula { font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", serif; white-space: pre-wrap; }
    figure { margin: 1.8rem 0; } figcaption { font-size: .95rem; margin-top: .4rem; }
    .frame { overflow-x: auto; } .frame img { display: block; max-width: 100%; height: auto; background: #ffffff;
      border-radius: .35rem; cursor: zoom-in; } figure:target img { max-width: none; cursor: auto; }
    .scroll { overflow-x: auto; margin: 1.2rem 0; } table { border-collapse: collapse; font-size: .95rem; }
    .wide { min-width: 36rem; }
    th, td { border-bottom: 1px solid var(--line); padding: .35rem .7rem .35rem 0; text-align: left;
      vertical-align: top; } .right { text-align: right; } .center { text-align: center; }
    .holds { color: var(--good); } .fails { color: var(--bad); } .undecided { color: var(--open); }
    blockquote { margin: 1rem 0; padding-left: 1rem; border-left: .25rem solid var(--line); color: var(--quiet); }
    .exercise, .quiz { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem 1rem; }
    fieldset { border: 0; margin: 1rem 0; padding: .8rem 0; min-width: 0; }
    legend { font-weight: 600; padding: 0; } .option { margin: .4rem 0 .4rem 1.8rem; }
    .option input { margin: .4rem 0 0 -1.6rem; position: absolute; width: 1.1rem; height: 1.1rem; }
    .why { display: none; margin: .3rem 0 .6rem; } input:checked ~ .why { display: block; }
    input[type=search] { font: inherit; width: 100%; padding: .4rem .6rem; color: var(--text); background: var(--panel);
      border: 1px solid var(--quiet); border-radius: .4rem; }
    footer { margin-top: 3rem; color: var(--quiet); } caption { text-align: left; font-weight: 600; }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
    @media print { header, nav, .quiz, .skip { display: none; } body { max-width: none; font-size: 10.5pt; color: #000000;
      background: #ffffff; } pre { white-space: pre-wrap; } figure, table, pre { break-inside: avoid; } }
    """
}
