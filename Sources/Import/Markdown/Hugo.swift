extension ImportFormat {
  static let hugo = ImportFormat("hugo", "content of a Hugo site: YAML, TOML or JSON front matter, shortcodes, page bundles") { tree, surroundings throws(Unreadable) in
    Batch()
  }
}
