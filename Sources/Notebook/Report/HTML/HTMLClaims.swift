/// Claims in a page: a mark and its word, so that no colour is needed to tell them apart.
enum HTMLClaims {
  static func table(_ claims: [Claim], _ language: Language) -> String {
    let header =
      language == .en
      ? ["", "Claim", "Mean ± spread", "95\u{A0}% interval", "Wanted", "Seeds"]
      : ["", "Klaim", "Rata-rata ± sebaran", "Selang 95%", "Syarat", "Benih"]
    let rows = claims.map { claim -> [String] in
      let interval = claim.interval(in: language)
      let verdict =
        "<strong class=\"\(claim.verdict)\">\(claim.verdict.mark)\u{A0}\(claim.verdict.word(language).inHTML)</strong>"
      return [
        verdict, claim.statement(language).inlineHTML, claim.measured(in: language).inHTML, interval?.inHTML ?? "",
        claim.wanted(in: language).inHTML, interval == nil ? "" : "\(claim.values.count)",
      ]
    }
    return HTMLBlocks.table(header, [.left, .left, .left, .left, .left, .right], rows)
  }
}
