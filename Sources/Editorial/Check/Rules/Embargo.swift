extension Rule {
  /// An embargo that names a moment; nothing goes out under one that doesn't.
  static let embargo = Rule(
    "embargo", wants: "an embargo that can be read", severity: .error,
    .story { sheet in
      guard let embargo = sheet.story.embargo, Moment(embargo) == nil else { return [] }
      return [sheet.find(Reason.embargo(embargo).message, at: "embargo")]
    })

  /// Another name for its page that can be one.
  static let slug = Rule(
    "slug", wants: "a slug that can be an address", severity: .error,
    .story { sheet in
      guard let slug = sheet.story["slug"]?.text, !isShortName(slug) else { return [] }
      return [sheet.find(Reason.badSlug(slug).message, at: "slug")]
    })
}
