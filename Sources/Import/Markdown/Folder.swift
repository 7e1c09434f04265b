internal import Editorial

extension ImportFormat {
  static let markdown = ImportFormat(
    "markdown", "any folder of Markdown files, notebooks too"
  ) { tree, surroundings throws(Unreadable) in
    var batch = Batch()
    batch.ignored = tree.skipped
    batch.roots = ["", "static", "assets", "images", "media"]
    batch.ignored += tree.paths.compactMap(MarkdownFile.ignored)
    for path in tree.paths where isMarkdown(path) {
      MarkdownFile.take(path, tree, &batch) { raw, matter throws(Matter.Fault) in
        let name = DatedName(stem(of: path))
        if matter.first(FieldNames.date) == nil, let day = name.noDay {
          throw Matter.Fault(line: 1, reason: "there is no day \(day), which its name says")
        }
        var file = MarkdownStory(
          source: path, raw: raw, matter: matter, surroundings: surroundings, nameDay: name.day,
          nameSlug: name.rest)
        file.hasNames = true
        file.turn = { text in
          HugoCalls.turn(&text)
          Liquid(site: [:], isLoose: true).turn(&text)
          WikiLinks.turn(&text)
          BlockNames.turn(&text)
        }
        var story = try file.incoming()
        story.aliases += PathAddresses.of(path, matter, name, on: story.day)
          .filter { !story.aliases.contains($0) }
        if story.slug == nil { story.slug = slug(of: path, name) }
        return story
      }
    }
    return try batch.orNothing(
      tree, "Markdown file\(tree.isFile ? "" : " in that folder")",
      hint: "Markdown files end in .md, .markdown, .mdown, .mkd or .mdx")
  }
}

/// What a file's name says of its slug; nil for numbers, and for names that say less than a headline.
private func slug(of path: String, _ name: DatedName) -> String? {
  var words = name.rest
  if words == "index" || words == "page" {
    words = folder(of: path).split(separator: "/").last.map(String.init) ?? ""
  }
  let letters = words.count { $0.isASCII && $0.isLetter }
  let isParted = words.contains { "-_.".contains($0) }
  guard letters >= 3 || letters > 0 && isParted, !words.contains(" ") else { return nil }
  return Slug.from(words) == nil ? nil : words
}

/// Reads files into a batch; whatever is wrong with one is named there.
enum MarkdownFile {
  /// A file of words in another notation, which nobody should miss unnamed.
  static func ignored(_ path: String) -> Batch.Refusal? {
    let lower = path.lowercased()
    let endings = [
      ".txt", ".text", ".rst", ".adoc", ".asciidoc", ".org", ".textile", ".docx", ".odt", ".rtf",
    ]
    return endings.contains(where: lower.hasSuffix)
      ? Batch.Refusal(path, "it is no Markdown") : nil
  }

  /// A file taken apart; nil where it can't be.
  static func open(
    _ path: String, _ tree: SourceTree, _ batch: inout Batch
  ) -> (raw: [UInt8], matter: Matter)? {
    do throws(Unreadable) {
      let raw = try tree.read(path, limit: 4 << 20)
      do throws(Matter.Fault) { return (raw, try Matter(raw)) } catch {
        batch.refused.append(Batch.Refusal(path, line: error.line, error.reason))
      }
    } catch {
      batch.refused.append(Batch.Refusal(path, error.problem))
    }
    return nil
  }

  /// Takes the story that `make` makes of a file.
  static func take(
    _ path: String, _ tree: SourceTree, _ batch: inout Batch,
    _ make: ([UInt8], Matter) throws(Matter.Fault) -> Incoming
  ) {
    guard let (raw, matter) = open(path, tree, &batch) else { return }
    do throws(Matter.Fault) { batch.stories.append(try make(raw, matter)) } catch {
      batch.refused.append(Batch.Refusal(path, line: error.line, error.reason))
    }
  }
}
