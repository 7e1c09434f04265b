/// The rules that ask whether a story has something at all.
extension Rule {
  static let headline = present("headline", "a headline") { sheet in
    let headline = sheet.story.headline
    if headline.isEmpty { return "a headline" }
    return headline.contains(where: \.isNewline) ? "a headline of one line" : nil
  }

  static let section = present("section", "a section") { sheet in
    guard let id = sheet.story.section else { return "a section" }
    guard !sheet.policy.house.sections.contains(where: { $0.id == id }) else { return nil }
    return "a section of the paper (it has none called \(id))"
  }

  static let body = present("body", "a body") { $0.story.hasBody ? nil : "a body" }

  // Of these a workflow has its own choice; a standfirst or a picture is nothing that every story needs.
  static let byline = present("byline", "a byline", isForAll: false) { sheet in
    sheet.story.byline.isEmpty ? "a byline" : unknownByline(sheet)
  }

  static let credit = present("credit", "a credit", isForAll: false) {
    $0.story.credit.isEmpty ? "a credit" : nil
  }

  public static let bylineOrCredit = present(
    "byline-or-credit", "a byline or a credit", at: "byline", isForAll: false
  ) { sheet in
    sheet.story.byline.isEmpty && sheet.story.credit.isEmpty
      ? "a byline or a credit" : unknownByline(sheet)
  }

  static let standfirst = present("standfirst", "a standfirst", isForAll: false) {
    $0.story.standfirst == nil ? "a standfirst" : nil
  }

  static let image = present("image", "a picture", isForAll: false) {
    $0.story.image == nil ? "a picture" : nil
  }

  private static func present(
    _ name: String, _ wants: String, at key: String? = nil, isForAll: Bool = true,
    _ lack: @escaping @Sendable (Sheet) -> String?
  ) -> Rule {
    Rule(
      name, wants: wants, isForAll: isForAll,
      .story { sheet in
        lack(sheet).map { [sheet.find("it lacks \($0)", at: key ?? name, lack: $0)] } ?? []
      })
  }

  private static func unknownByline(_ sheet: Sheet) -> String? {
    sheet.story.bylineHandles.first { sheet.policy.people[$0] == nil }
      .map { "a byline of people on the staff (\($0) is not)" }
  }
}
