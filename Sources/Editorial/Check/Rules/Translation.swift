extension Rule {
  /// The story that this one says in another language.
  static let translation = Rule(
    "translation", wants: "a story that it translates",
    .desk { (sheet: Sheet, desk: Desk) throws(Damage) -> [Find] in
      guard let name = sheet.story.translationOf else { return [] }
      guard let id = try desk.story(named: name) else {
        return [
          sheet.find(
            "there is no story called \(name) that it could translate", at: "translation-of")
        ]
      }
      if id == sheet.story.id { return [sheet.find("it names itself", at: "translation-of")] }
      return []
    })
}
