import Editorial
import TestSupport
import Testing

@testable import Import

struct IntakeTests {
  @Test func `a Hugo site comes in with its people, sections, pictures and links`() throws {
    let folder = try FolderOfSources([
      "hugo.toml":
        "baseURL = \"https://old.example/\"\n[permalinks]\nnews = \"/:year/:month/:slug/\"\n",
      "content/_index.md": "---\ntitle: Home\n---\n",
      "content/news/_index.md": "---\ntitle: The news\n---\n",
      "content/authors/wei-lin/_index.md":
        "---\ndisplay_name: Wei Lin\ngithub: weilin\n---\nWei writes.\n",
      "content/news/one.md":
        "---\ntitle: One\ndate: 2020-01-02\nauthors: [wei-lin, Ana Costa]\ntags: [a]\nkicker: K\ndeck: \"**D**\"\naliases: [/old/one/]\ncolour: red\nstage: x\n---\nSee [two]({{< ref \"two.md\" >}}) and [out](https://e.org/), ![A](pic.png).\n",
      "content/news/two.md":
        "+++\ntitle = \"Two\"\ndate = 2020-02-03T10:00:00Z\n+++\n[One](/2020/01/one/) [gone]({{< ref \"gone.md\" >}})\n",
      "content/news/bundle/index.md": "{\"title\": \"Bundle\", \"date\": \"2021-01-01\"}\nText\n",
    ])
    try folder.bench.write(png, to: "site/content/news/pic.png")
    let intake = try folder.intake(.hugo)
    #expect(intake.refused.isEmpty)
    #expect(intake.items.map(\.slug) == ["bundle", "one", "two"])
    #expect(intake.people.map(\.handle.description) == ["wei-lin"])
    #expect(intake.people.first?.links == ["https://github.com/weilin"])
    #expect(intake.people.first?.roles == [])
    #expect(intake.people.first?.emails == [])
    #expect(intake.sections == [Section(id: "news", label: "The news")])
    let one = intake.text("content/news/one.md")
    for line in [
      "section: news", "byline: [wei-lin, ana-costa]", "kicker: K", "standfirst: D", "tags: [a]",
      "aliases: [/old/one/, /2020/01/one/]", "colour: red", "was-stage: x", "stage: published",
      "day: 2020-01-02",
    ] { #expect(one.contains("\n\(line)\n"), "\(line)") }
    #expect(
      one.contains(
        "See [two](/2020/02/03/two.html) and [out](https://e.org/), ![A](media/2020/01/pic-"))
    #expect(intake.pictures.values.contains(.file("content/news/pic.png")))
    #expect(intake.text("content/news/two.md").hasSuffix("[One](/2020/01/02/one.html) gone\n"))
    let notes = intake.items.first { $0.slug == "two" }?.notes ?? []
    #expect(notes.map(\.line) == [5])
    #expect(intake.ignored.map(\.source) == ["content/_index.md", "content/news/_index.md"])
  }

  @Test func `a Rust blog's TOML gives day, authors and address`() throws {
    let folder = try FolderOfSources([
      "content/2014-09-15-Rust-1.0.md":
        "+++\npath = \"2014/09/15/Rust-1.0\"\ntitle = \"Road to Rust 1.0\"\nauthors = [\"Niko Matsakis\"]\ndescription = \"D\"\naliases = [\"2014/09/15/Rust-1.0.html\"]\n+++\nText\n"
    ])
    let intake = try folder.intake(.hugo)
    let text = intake.text("content/2014-09-15-Rust-1.0.md")
    #expect(intake.items.first?.path == "articles/2014/09/15/rust-1-0.md")
    #expect(text.contains("aliases: [/2014/09/15/Rust-1.0.html, /2014/09/15/Rust-1.0/]"))
    #expect(intake.people.map(\.name) == ["Niko Matsakis"])
  }

  @Test(arguments: [
    ("date", "/a/2020/01/02/Late.html"), ("pretty", "/a/2020/01/02/Late/"),
    ("/:year/:title", "/2020/Late.html"), ("/x/:i_month-:i_day/:title/", "/x/1-2/Late/"),
    ("none", "/a/Late.html"),
  ])
  func `a post's old address is the one that Jekyll gave it`(style: String, address: String) throws
  {
    let folder = try FolderOfSources([
      "_config.yml": "permalink: \(style)\n",
      "_posts/2020-01-02-Late.md": "---\ntitle: Late\ncategories: [a]\n---\nText\n",
    ])
    let batch = try folder.batch(.jekyll)
    #expect(batch.stories.first?.aliases == [address])
  }

  @Test func `pages, drafts, collections and authors of Jekyll are told apart`() throws {
    let folder = try FolderOfSources([
      "_config.yml":
        "collections:\n  events: {output: true}\ndefaults:\n  - scope: {path: \"\", type: posts}\n    values: {author: ana}\n",
      "_data/authors.yml": "ana:\n  name: Ana Costa\nwei:\n  name: Wei Lin\n",
      "about.md": "---\ntitle: About\n---\n", "README.md": "Read me.",
      "_includes/x.md": "no", "_drafts/idea.md": "---\ntitle: Idea\n---\nx\n",
      "_events/fair.md": "---\ntitle: Fair\ndate: 2020-03-01\nauthor: wei\n---\nx\n",
      "_posts/2020-01-02-late.md": "---\ntitle: Late\n---\nx\n",
      "_posts/2020-02-30-never.md": "---\ntitle: Never\n---\nx\n",
      "_posts/2020-02-30-dated.md": "---\ntitle: Dated\ndate: 2020-03-01\n---\nx\n",
      "_posts/2020-03-02-page.html": "---\ntitle: Page\n---\n<p>Some <b>words</b></p>\n",
    ])
    let intake = try folder.intake(.jekyll)
    #expect(intake.items.filter(\.isPublished).map(\.slug) == ["fair", "late", "dated", "page"])
    #expect(intake.items.filter { !$0.isPublished }.map(\.slug) == ["idea"])
    #expect(intake.refused.map(\.source) == ["_posts/2020-02-30-never.md"])
    #expect(intake.ignored.map(\.source) == ["README.md", "about.md"])
    #expect(intake.people.map(\.name) == ["Wei Lin"])
    #expect(intake.text("_posts/2020-01-02-late.md").contains("byline: [ana-costa]"))
    #expect(intake.text("_posts/2020-03-02-page.html").hasSuffix("---\nSome **words**\n"))
  }

  @Test(arguments: [
    ("draft: true", false), ("draft: no", true), ("published: false", false),
    ("status: private", false),
    ("embargo: 2031-01-01T00:00:00Z", false), ("embargo: 2020-01-01T00:00:00Z", true),
    ("x: y", true),
  ])
  func `readers see what its source showed`(field: String, isPublished: Bool) throws {
    let folder = try FolderOfSources(["a.md": "---\ntitle: A\ndate: 2024-01-02\n\(field)\n---\nx\n"]
    )
    #expect(try folder.intake(.markdown).items.first?.isPublished == isPublished)
    #expect(try folder.intake(.markdown, asDrafts: true).items.first?.isPublished == false)
  }

  @Test(arguments: ["2031-01-01", ""])
  func `what is dated ahead or not at all is a draft`(date: String) throws {
    let folder = try FolderOfSources(["a.md": "---\ntitle: A\ndate: \(date)\n---\nx\n"])
    #expect(try folder.intake(.markdown).items.first?.isPublished == false)
  }

  @Test(arguments: ["Last Modified", "git Last Modified"])
  func `a date that Eleventy made anew each time is none`(date: String) throws {
    let folder = try FolderOfSources([
      "a.md": "---\ntitle: Alpha\ndate: \(date)\n---\nx\n",
      "b.md": "---\ntitle: Beta\ndate: \(date)\ndate_published: 2020-01-02\n---\nx\n",
    ])
    let items = try folder.intake(.markdown).items
    #expect(items.map(\.isPublished) == [false, true])
    #expect(items[1].notes.map(\.line) == [3])
    #expect(items[0].notes.map(\.line) == [nil, 3])
  }

  @Test func `one name on many days gives slugs in order, and the same again`() throws {
    var files: [String: String] = [:]
    for number in 1...300 {
      files["w\(number).md"] = "---\ntitle: Weather\ndate: 2024-03-01\n---\n\(number)\n"
    }
    let folder = try FolderOfSources(files)
    let first = try folder.intake(.markdown)
    #expect(Set(first.items.map(\.slug)).count == 300)
    #expect(first.items.first?.slug == "weather")
    #expect(first.items.last?.slug == "weather-300")
    let second = try folder.intake(.markdown)
    #expect(first.items.map(\.bytes) == second.items.map(\.bytes))
  }

  @Test(arguments: ["aux", "CON", "nul", "com1", "LPT9", "Prn"])
  func `no file gets a name that Windows keeps`(name: String) throws {
    let folder = try FolderOfSources([
      "\(name.lowercased()).md": "---\ntitle: \(name)\ndate: 2024-01-02\n---\nx\n"
    ])
    let intake = try folder.intake(.markdown)
    #expect(intake.items.count == 1)
    #expect(intake.items.allSatisfy { isShortName($0.slug) })
  }

  @Test(arguments: [
    "NO", "12:30", "*x*", "&x", "!x", "- x", "a: b", "#x", "\\\"q\\\"", "0123", "~",
  ])
  func `a headline stays what it was`(text: String) throws {
    let folder = try FolderOfSources(["a.md": "---\ntitle: \"\(text)\"\ndate: 2024-01-02\n---\nx\n"]
    )
    let item = try #require(try folder.intake(.markdown).items.first)
    #expect(try Story(item.bytes).headline == text.replacing("\\\"", with: "\""))
  }

  @Test func `a picture is one by its bytes, and none from outside`() throws {
    let folder = try FolderOfSources([
      "a.md":
        "---\ntitle: A\ndate: 2024-01-02\nimage: /img/b.jpg\n---\n![A](img/b.jpg) ![B](img/evil.png) ![C](../../../etc/passwd) ![D](https://e.org/d.png)\n",
      "static/img/evil.png": "<svg onload=x>",
    ])
    try folder.bench.write(png, to: "site/static/img/b.jpg")
    let intake = try folder.intake(.markdown)
    let text = intake.text("a.md")
    #expect(intake.pictures.count == 1)
    #expect(
      intake.pictures.keys.allSatisfy { $0.hasPrefix("media/2024/01/b-") && $0.hasSuffix(".png") })
    #expect(text.contains("\\[Picture: B\\] \\[Picture: C\\] ![D](https://e.org/d.png)"))
    #expect(text.contains("image: {file: media/2024/01/b-"))
  }

  @Test func `links out of the folder are not followed`() async throws {
    let folder = try FolderOfSources([
      "a.md": "---\ntitle: A\ndate: 2024-01-02\n---\nx\n", "../secret.md": "s",
    ])
    try await folder.bench.must(
      "ln -s ../secret.md site/b.md; ln -s / site/all; ln -s a.md site/c.md")
    let intake = try folder.intake(.markdown)
    #expect(intake.items.map(\.source) == ["a.md"])
    #expect(intake.ignored.map(\.source) == ["all", "b.md", "c.md"])
  }

  @Test func `twins by case and by accents are two stories`() throws {
    let folder = try FolderOfSources([:])
    for (name, body) in [
      ("Post.md", "A"), ("post.md", "B"), ("\u{FC}ber.md", "C"), ("u\u{308}ber.md", "D"),
    ] {
      try folder.bench.write(
        "---\ntitle: Post\ndate: 2024-01-02\n---\n\(body)\n", to: "site/\(name)")
    }
    let intake = try folder.intake(.markdown)
    #expect(intake.items.count == 4)
    #expect(Set(intake.items.map(\.slug)).count == 4)
    #expect(Set(intake.items.map(\.id)).count == 4)
  }
}

/// A picture of one point.
let png: [UInt8] = [
  0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
  0, 0,
  0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 13, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C,
  0x62, 0,
  1, 0, 0, 5, 0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60,
  0x82,
]
