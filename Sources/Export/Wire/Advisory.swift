internal import Editorial

extension Archive {
  /// What partners must know before they use a story, the most pressing first.
  ///
  /// For their desks, not for readers: what readers are told stands in the notices.
  func advisories(on item: WireItem) -> [String] {
    var notes = [edition.ribbon].compactMap { $0 }
    guard item.isStory, let story = item.story else {
      notes.append(order(on: item))
      return notes
    }
    if let embargo = story.embargo {
      notes.append("EMBARGO: not for use before \(zone.shown(embargo)) (\(zone.iso(embargo)))")
    }
    if let version = item.superseded {
      notes.append("KILL of version \(version): do not use it. This one stands.")
    }
    if let kind = item.kind {
      let text = item.notice.map(\.text) ?? "replaces earlier versions"
      notes.append("\(kind.uppercased()): \(text)")
    }
    return notes
  }

  private func order(on item: WireItem) -> String {
    if item.story != nil {
      return
        "KILL: \(house.publisher) has withdrawn this story. Do not use it; remove it where it stands."
    }
    return item.status == .withheld
      ? "HOLD: \(house.publisher) has taken this story down while it is checked. "
        + "Do not use it; take it down where it stands."
      : "KILL: \(house.publisher) has taken this story back. Do not use it; remove it where it stands."
  }
}

extension WireItem {
  /// What stands in the place of a headline.
  var title: String {
    if let story { return story.title }
    return status == .withheld ? "Withheld" : Article.withdrawnTitle
  }
}
