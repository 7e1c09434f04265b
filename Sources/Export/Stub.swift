struct Archive: Sendable { init(_ edition: Edition) {} }
extension Format {
  static let site = Format("site", "a website", owns: { _ in false }) { _, _ in 0 }
  static let rss = Format("rss", "a feed", owns: { _ in false }) { _, _ in 0 }
  static let text = Format("text", "plain text", owns: { _ in false }) { _, _ in 0 }
  static let markdown = Format("markdown", "a", owns: { _ in false }) { _, _ in 0 }
}
