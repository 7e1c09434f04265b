extension Rule {
  /// Asterisks and underscores that were meant as stress and are shown as they stand.
  static let stress = Rule(
    "stress", wants: "no stress that is opened or closed alone",
    .story { sheet in
      StressScan.leftover(in: sheet.body).map { range in
        sheet.body.find(
          "\(sheet.body.text(range)) is shown as it stands: it opens or closes no stress", range)
      }
    })
}
