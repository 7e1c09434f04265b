internal import Editorial

extension Article {
  /// Newest first, as the file has them where two came out in the same second.
  var noticesByDate: [Notice] {
    notices.enumerated().sorted { first, second in
      (second.element.at, second.element.version, first.offset)
        < (first.element.at, first.element.version, second.offset)
    }.map(\.element)
  }

  /// Why the story was taken away, where it was.
  var withdrawal: Notice? {
    publication == .withdrawn ? noticesByDate.first { $0.isWithdrawal } : nil
  }
}

extension Notice {
  /// What kind of notice it is, for readers.
  var label: String {
    switch kind {
    case "correction": "Correction"
    case "clarification": "Clarification"
    case "update": "Update"
    case "retraction": "Retraction"
    case "legal", "privacy", "withdrawal": "Withdrawal"
    default: kind.prefix(1).uppercased() + kind.dropFirst()
    }
  }

  /// Whether it says why a story went, and not what a version of it changed.
  var isWithdrawal: Bool { VersionKind(rawValue: kind) == nil }

  /// `Correction, 24 November 2026: The vote was 9 to 4.`, for formats without marks.
  func line(_ zone: Zone) -> String { "\(label), \(zone.day(of: at).shown): \(text)" }
}
