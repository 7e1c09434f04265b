extension ImportFormat {
  static let jekyll = ImportFormat("jekyll", "posts and drafts of a Jekyll site, with Liquid") { tree, surroundings throws(Unreadable) in
    Batch()
  }
}
