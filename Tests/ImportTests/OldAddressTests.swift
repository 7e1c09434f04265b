import Editorial
import TestSupport
import Testing

@testable import Import

struct OldAddressTests {
  private func story(
    _ format: ImportFormat, _ files: [String: String], _ source: String
  ) throws
    -> Incoming
  {
    let stories = try FolderOfSources(files).batch(format).stories
    return try #require(stories.first { $0.source == source })
  }

  @Test(arguments: [
    ("title: 'TOML front: \"quoted\"'", "/2020/01/02/toml-front-quoted/"),
    ("title: C# & F#", "/2020/01/02/c%23-f%23/"), ("title: A - B", "/2020/01/02/a-b/"),
    ("title: T\nslug: My Slug", "/2020/01/02/my-slug/"),
    ("title: Über uns!", "/2020/01/02/über-uns/"),
  ])
  func `Hugo writes titles in addresses its own way`(fields: String, address: String) throws {
    let story = try story(
      .hugo,
      [
        "hugo.toml": "[permalinks]\nnews = '/:year/:month/:day/:slug/'\n",
        "content/news/a.md": "---\n\(fields)\ndate: 2020-01-02\n---\nx\n",
      ], "content/news/a.md")
    #expect(story.aliases == [address])
  }

  @Test func `a folder of a language is none of the address, and no section`() throws {
    let files = [
      "hugo.toml":
        "defaultContentLanguage = 'en'\n[permalinks]\nblog = '/blog/:year/:slug/'\n[languages.en]\ncontentDir = 'content/en'\n[languages.pt]\ncontentDir = 'content/pt'\n",
      "content/en/blog/_posts/x.md": "---\ntitle: X Y\ndate: 2020-01-02\n---\nx\n",
      "content/pt/blog/_posts/x.md": "---\ntitle: X Y\ndate: 2020-01-02\n---\nx\n",
    ]
    let english = try story(.hugo, files, "content/en/blog/_posts/x.md")
    #expect(english.sections == ["blog"] && english.tags.isEmpty && english.language == "en")
    #expect(english.aliases == ["/blog/2020/x-y/"])
    let other = try story(.hugo, files, "content/pt/blog/_posts/x.md")
    #expect(other.sections == ["blog"] && other.language == "pt")
    #expect(other.aliases == ["/pt/blog/2020/x-y/"])
  }

  @Test func `the content may be named by its main language, and days by names of files`() throws {
    let files = [
      "hugo.toml":
        "contentDir = 'content/en'\n[frontmatter]\ndate = ['date', ':filename']\n[permalinks]\nblog = '/:section/:year/:month/:day/:slug/'\n[languages.en]\ntitle = 'T'\n[languages.pt-br]\ncontentDir = 'content/pt-br'\n",
      "content/en/blog/_posts/2020-01-02-a-b.md": "---\ntitle: X Y\n---\n![A](/images/a.png)\n",
      "content/en/blog/_posts/2020-01-03-c.md": "---\ntitle: X Z\ndate: 2020-01-03\n---\nx\n",
      "content/pt-br/blog/_posts/2020-01-02-d-e.md": "---\ntitle: X\n---\nx\n",
    ]
    let folder = try FolderOfSources(files)
    try folder.bench.write(png, to: "site/static/images/a.png")
    let batch = try folder.batch(.hugo)
    #expect(
      batch.stories.map(\.aliases) == [
        ["/blog/2020/01/02/a-b/"], ["/blog/2020/01/03/x-z/"], ["/pt-br/blog/2020/01/02/d-e/"],
      ])
    #expect(batch.stories.map(\.language) == ["en", "en", "pt-br"])
    #expect(try folder.intake(.hugo).pictures.count == 1)
  }

  @Test func `a field that leads to the story itself is its address, not a further one to read`()
    throws
  {
    let folder = try FolderOfSources([
      "_config.yml": "url: https://old.example\npermalink: /:year/:title/\n",
      "_posts/2020-01-02-late.md":
        "---\ntitle: Late\nslug: late\nlink: https://old.example/2020/01/02/late/\n---\nx\n",
      "_posts/2020-01-03-out.md":
        "---\ntitle: Out\nlink: https://else.example/2020/01/03/out/\n---\nx\n",
    ])
    let intake = try folder.intake(.jekyll)
    let text = intake.text("_posts/2020-01-02-late.md")
    #expect(text.contains("\naliases: [/2020/late/, /2020/01/02/late/]\n"))
    #expect(!text.contains("related:"))
    #expect(intake.text("_posts/2020-01-03-out.md").contains("\nrelated: "))
  }

  @Test(arguments: [
    ("posts/2018-10-25-Rust-1.30.0.md", "title: R", ["/2018/10/25/Rust-1.30.0.html"]),
    (
      "posts/inside-rust/2018-10-25-Rust-1.30.0.md", "title: R",
      ["/inside-rust/2018/10/25/Rust-1.30.0.html", "/2018/10/25/Rust-1.30.0.html"]
    ),
    (
      "pages/en/blog/release/v20.0.0.md", "title: R\ndate: 2020-01-02",
      ["/en/blog/release/v20.0.0"]
    ),
    (
      "pages/en/blog/x.md", "title: R\ndate: 2020-01-02\nslug: y",
      ["/en/blog/x", "/en/blog/y"]
    ),
    ("apps/site/app/en/blog/y/page.md", "title: R\ndate: 2020-01-02", ["/en/blog/y"]),
    ("apps/site/pages/en/blog/x.md", "title: R\ndate: 2020-01-02", ["/en/blog/x"]),
    ("source/_posts/hello.md", "title: R\ndate: 2013-12-24", ["/2013/12/24/hello/"]),
    ("a.md", "title: R\ndate: 2020-01-02\npermalink: custom/second/", ["/custom/second/"]),
    ("Notes/My note.md", "title: R\ndate: 2020-01-02", []), ("a.md", "title: R", []),
  ])
  func `a folder of Markdown says by its paths where it was`(
    path: String, fields: String, addresses: [String]
  ) throws {
    let found = try story(.markdown, [path: "---\n\(fields)\n---\nx\n"], path)
    #expect(found.aliases == addresses)
  }

  @Test(arguments: [
    ("news/2020/2020-01-02-late-news.md", "title: L", ["/2020/01/02/late-news/"]),
    (
      "news/2020-01-02-late-news.md", "title: L\nslug: later",
      ["/2020/01/02/late-news/", "/2020/01/02/later/"]
    ),
    ("posts/2018-10-25-Rust-1.30.0.md", "title: R", ["/2018/10/25/Rust-1.30.0.html"]),
  ])
  func `dated pages of Hugo's have addresses without its configuration`(
    path: String, fields: String, addresses: [String]
  ) throws {
    let found = try story(.hugo, [path: "---\n\(fields)\n---\nx\n"], path)
    #expect(found.aliases == addresses)
  }

  @Test(arguments: [
    ("second-post.md", "第二篇文章", "second-post"), ("v20.0.0.md", "Node v20", "v20-0-0"),
    ("w100.md", "The weather", "the-weather"), ("20240102.md", "A note", "a-note"),
    ("emoji.md", "🎉🎉", "emoji"), ("One Note.md", "Another", "another"),
    ("deep/bundle/index.md", "Else", "bundle"),
  ])
  func `a file's name is its slug where it says one`(
    path: String, title: String, slug: String
  )
    throws
  {
    let folder = try FolderOfSources([
      path: "---\ntitle: \(title)\ndate: 2020-01-02\n---\nx\n"
    ])
    #expect(try folder.intake(.markdown).items.map(\.slug) == [slug])
  }

  @Test func `a folder is one of a language only where something says so`() throws {
    let page = "---\ntitle: X\ndate: 2020-01-02\n---\nx\n"
    let alone = try story(.hugo, ["content/it/x.md": page], "content/it/x.md")
    #expect(alone.sections == ["it"] && alone.aliases == ["/it/x/"])
    let both = ["content/it/news/x.md": page, "content/en/news/x.md": page]
    let italian = try story(.hugo, both, "content/it/news/x.md")
    #expect(italian.sections == ["news"] && italian.language == "it")
    let english = try story(.hugo, both, "content/en/news/x.md")
    #expect(english.aliases == ["/news/x/"])
  }

  @Test func `a name that stands for more letters than its key is a name`() throws {
    let folder = try FolderOfSources([
      "content/authors/fedramp/_index.md":
        "---\ndisplay_name: FedRAMP\nfirst_name: Federal Risk\nlast_name: Program\n---\n",
      "content/news/x.md": "---\ntitle: X\ndate: 2020-01-02\nauthors: [fedramp]\n---\nx\n",
    ])
    #expect(try folder.intake(.hugo).people.map(\.name) == ["FedRAMP"])
  }

  @Test(arguments: ["title = 'T'\n[broken\n", "title = \n"])
  func `a configuration that can't be read is named`(text: String) throws {
    let folder = try FolderOfSources([
      "hugo.toml": text, "content/news/x.md": "---\ntitle: X\ndate: 2020-01-02\n---\nx\n",
    ])
    let batch = try folder.batch(.hugo)
    #expect(batch.ignored.map(\.source) == ["hugo.toml"] && batch.ignored.first?.line != nil)
    #expect(batch.stories.count == 1)
  }

  @Test func `a day in Zola's path is the story's, a folder before it or none`() throws {
    let found = try story(
      .hugo,
      [
        "content/inside-rust/cargo.md":
          "+++\npath = \"inside-rust/2020/01/10/cargo\"\ntitle = \"C\"\n+++\nx\n"
      ], "content/inside-rust/cargo.md")
    #expect(found.day == Day("2020-01-10") && found.aliases == ["/inside-rust/2020/01/10/cargo/"])
  }

  @Test func `short categories are sections too, and lists in lists are read`() throws {
    let folder = try FolderOfSources([
      "a.md": "---\ntitle: Alpha\ndate: 2020-01-02\ncategory: wg\n---\nx\n",
      "b.md":
        "---\ntitle: Beta\ndate: 2020-01-02\ncategories:\n- [Sports, Baseball]\ntags:\n- [a]\n- b\n---\nx\n",
    ])
    let intake = try folder.intake(.markdown)
    #expect(
      intake.sections == [Section(id: "wg", label: "WG"), Section(id: "sports", label: "Sports")])
    #expect(intake.text("b.md").contains("\ntags: [Baseball, a, b]\n"))
  }

  @Test func `collections of Jekyll have addresses of their own`() throws {
    let found = try story(
      .jekyll,
      [
        "_config.yml": "collections:\n  events: {output: true}\n",
        "_events/fair.md": "---\ntitle: Fair\ndate: 2020-03-01\n---\nx\n",
      ], "_events/fair.md")
    #expect(found.aliases == ["/events/fair.html"])
  }
}
