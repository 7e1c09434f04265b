import Foundation
import TestSupport
import Testing

/// The site against the checkers of those who made its standards.
@Suite struct PageValidityTests {
  @Test(.enabled(if: Validator.html.isHere, Comment(rawValue: Validator.html.missing)))
  func `the Nu checker finds no error on any page`() async throws {
    #expect(
      try await Sample.newsroom().complaints(of: .html, about: "site", ending: ".html", least: 8)
        == nil)
  }
}
