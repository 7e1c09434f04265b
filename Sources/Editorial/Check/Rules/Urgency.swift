extension Rule {
  /// IPTC's urgency, 1 (most) to 9.
  static let urgency = Rule(
    "urgency", wants: "an urgency of 1 to 9",
    .story { sheet in
      guard let text = sheet.story["urgency"] else { return [] }
      guard let number = text.text.flatMap({ Int($0) }), (1...9).contains(number) else {
        return [sheet.find("`urgency` is a number from 1, most urgent, to 9", at: "urgency")]
      }
      return []
    })
}
