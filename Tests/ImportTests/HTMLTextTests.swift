import Testing
import TestSupport

@testable import Export
@testable import Import

@Suite("HTML as Markdown")
struct HTMLTextTests {
  @Test("renders to the same words, each as it stood", arguments: UInt64(0)..<40)
  func sameWords(block: UInt64) throws {
    var shortest: (page: RandomPage, text: String, rendered: Rendered)?
    for seed in block * 100..<(block + 1) * 100 {
      let page = RandomPage(seed: seed)
      let text = try HTMLText(page.html).markdown
      let rendered = try Rendered(markdown: text)
      guard rendered != page.seen else { continue }
      if shortest.map({ page.html.count < $0.page.html.count }) ?? true {
        shortest = (page, text, rendered)
      }
    }
    guard let (page, text, rendered) = shortest else { return }
    Issue.record("\(page.html)\n--- as\n\(text)\n--- is\n\(rendered.difference(from: page.seen))")
  }
}
