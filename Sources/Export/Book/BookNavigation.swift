internal import Editorial

extension Book {
  /// The contents by section, and where the parts of the book begin.
  func navigation() throws -> String {
    try page(title, at: "nav.xhtml") { writer in
      writer.element("nav", ["epub:type": "toc", "role": "doc-toc"]) { writer in
        writer.element("h1", [:], "Contents")
        writer.element("ol") { writer in
          for chapter in chapters { self.chapter(chapter, into: &writer) }
        }
      }
      writer.element("nav", ["epub:type": "landmarks", "hidden": "hidden"]) { writer in
        writer.element("h2", [:], "Parts")
        writer.element("ol") { writer in
          landmark("cover", "cover.xhtml", "Cover", into: &writer)
          landmark("toc", "nav.xhtml", "Contents", into: &writer)
          if let first = stories.first {
            landmark("bodymatter", Self.path(of: first), "Stories", into: &writer)
          }
        }
      }
    }
  }

  private func chapter(_ chapter: Chapter, into writer: inout XMLWriter) {
    // A newsroom without sections has a plain list.
    guard let label = chapter.label ?? (chapters.count > 1 ? "More stories" : nil) else {
      return links(to: chapter.stories, into: &writer)
    }
    writer.element("li") { writer in
      writer.element("span", [:], label)
      writer.element("ol") { links(to: chapter.stories, into: &$0) }
    }
  }

  private func links(to stories: [Article], into writer: inout XMLWriter) {
    for story in stories {
      let language = story.language.flatMap { $0 == archive.house.language ? nil : $0 }
      writer.element("li") { writer in
        writer.element(
          "a", ["href": Self.path(of: story), "lang": language, "xml:lang": language],
          story.headline)
      }
    }
  }

  private func landmark(
    _ type: String, _ path: String, _ label: String, into writer: inout XMLWriter
  ) {
    writer.element("li") { $0.element("a", ["epub:type": type, "href": path], label) }
  }
}
