extension ImportFormat {
  static let markdown = ImportFormat("markdown", "any folder of Markdown files") { tree, surroundings throws(Unreadable) in
    Batch()
  }
}
