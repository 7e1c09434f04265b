extension Rule {
  /// A headline that ends like a sentence, or shouts.
  static let headlineForm = Rule(
    "headline-form", wants: "a headline without a full stop or shouting",
    .story { sheet in
      guard let headline = sheet.fields.first(where: { $0.field == "headline" }) else { return [] }
      let scalars = headline.scalars
      var finds: [Find] = []
      if let last = scalars.last, last == "." || last == "。", scalars.dropLast().last != ".",
        scalars.dropLast().contains(where: Letter.isBlank), !endsInInitials(scalars)
      {
        finds.append(
          headline.find("a headline ends without a full stop", scalars.count - 1..<scalars.count))
      }
      let letters = scalars.filter { $0.properties.isCased }
      if letters.count >= 8, letters.allSatisfy(\.properties.isUppercase),
        scalars.contains(where: Letter.isBlank)
      {
        finds.append(headline.find("the headline is in capitals all through", 0..<scalars.count))
      }
      return finds
    })

  /// Whether it is like `Fire in Washington D.C.`, whose full stop belongs to the name.
  private static func endsInInitials(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count > 2 else { return false }
    let start = scalars.lastIndex { Letter.isBlank($0) }.map { $0 + 1 } ?? 0
    return scalars[start..<scalars.count - 1].contains(".")
  }
}
