@testable import Import

/// What the body of a Markdown file becomes, read by a format as a whole.
struct MarkdownBody {
  let text: String
  let remarks: [Remark]

  init(_ source: String, _ format: ImportFormat = .markdown, name: String = "a.md") throws {
    let path =
      switch format.name {
      case "jekyll": "_posts/2020-01-02-\(name)"
      case "hugo": "content/\(name)"
      default: name
      }
    let folder = try FolderOfSources([
      path: "---\ntitle: A\ndate: 2020-01-02\n---\n" + source
    ])
    let story = try folder.batch(format).stories.first
    text = story?.body ?? "nothing came in"
    remarks = story?.notes ?? []
  }

  /// Its blocks as readers see them, with their styles.
  var seen: String {
    get throws { try Rendered(markdown: text).description }
  }
}
