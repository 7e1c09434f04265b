import Editorial
import Export
import Foundation
import TestSupport
import Testing

/// The site against the checkers of those who made its standards.
@Suite struct PageValidityTests {
  /// A newsroom with each kind of page, and with what is hard on a page.
  private func newsroom() throws -> Sample {
    var sample = try Sample.newsroom()
    try sample.add(
      "jisr", headline: "جسر بلا سيارات",
      fields: "section: city\nlanguage: ar\ntranslation-of: \(Sample.id(3))\n",
      body: "نص.\n\n> اقتباس\n\n| أ | ب |\n|--|--:|\n| 1 | 2 |\n")
    try sample.add("hashi", headline: "港の橋、車の通行を禁止へ", fields: "language: ja\n")
    try sample.add(
      "long", headline: String(repeating: "A very long headline ", count: 10),
      fields: "section: harbour\nimage: {file: media/2026/11/a.jpg, alt: A}\n",
      body: """
        ## One

        ![A quay](/media/2026/11/b.jpg "With a caption")

        ### Two

        - [ ] a task

        ```
        code
        ```

        ## One

        > A quotation

        ---

        Text.[^1]

        [^1]: A note.
        """)
    try sample.add(
      "gone", headline: "",
      fields: """
        publication: withdrawn
        version: 2
        notices: [{kind: legal, version: 2, at: "2026-11-24T16:00:00Z", text: Removed.}]

        """)
    for number in 1...12 {
      try sample.add(
        "more-\(number)", fields: "section: city\nbyline: [wei-lin]\n",
        published: "2026-10-\(number + 10)T12:00:00Z")
    }
    sample.house.sections += (1...40).map { Section(id: "s\($0)", label: "Section \($0)") }
    sample.aliases = ["articles/2026/11/23/old.md": Sample.id(3)]
    return sample
  }

  @Test(.enabled(if: Validator.html.isHere, Comment(rawValue: Validator.html.missing)))
  func `the Nu checker finds no error on any page`() async throws {
    for ribbon in [nil, "Review · NOT FOR PUBLICATION"] {
      var sample = try newsroom()
      sample.ribbon = ribbon
      #expect(
        try await sample.complaints(of: .html, about: "site", ending: ".html", least: 60) == nil)
    }
  }

  /// Light on a phone and dark on a wide screen, served at the site's path; nothing stands out of the page, no picture moves
  /// what is under it, nothing is asked of another host, and nothing is kept in a cookie.
  @Test(.enabled(if: Validator.axe.isHere, Comment(rawValue: Validator.axe.missing)))
  func `axe finds nothing on any kind of page`() async throws {
    let bench = try Bench()
    _ = try await newsroom().write("site", into: bench)
    let script = """
      import functools, http.server, os, sys, threading
      from playwright.sync_api import sync_playwright
      from axe_playwright_python.sync_playwright import Axe
      class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments): pass
      os.makedirs(sys.argv[1] + "-served")
      os.symlink(sys.argv[1], sys.argv[1] + "-served/news")
      server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=sys.argv[1] + "-served"))
      threading.Thread(target=server.serve_forever, daemon=True).start()
      site, pages, wrong = f"http://127.0.0.1:{server.server_port}/news/", sys.argv[2:], []
      with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for scheme, width in [("light", 390), ("dark", 1440)]:
          context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
          page = context.new_page()
          asked = []
          page.on("request", lambda request: asked.append(request.url))
          for path in pages:
            page.goto(site + path)
            place = f"{path} {scheme} {width}"
            for found in Axe().run(page).response["violations"]:
              wrong.append((place, found["id"], [node["html"][:120] for node in found["nodes"]]))
            if page.evaluate("document.documentElement.scrollWidth") > width:
              wrong.append((place, "wider than the screen"))
            if page.evaluate("[...document.images].some(i => !i.hasAttribute('width'))"):
              wrong.append((place, "a picture without its size"))
          wrong += [url for url in asked if not url.startswith(site)]
          wrong += context.cookies()
        browser.close()
      os.unlink(sys.argv[1] + "-served/news")
      os.rmdir(sys.argv[1] + "-served")
      print(wrong)
      sys.exit(len(wrong) > 0)
      """
    let pages = [
      "index.html", "section/city/index.html", "section/s1/index.html", "tag/harbour/index.html",
      "by/ana-costa/index.html", "2026/11/index.html", "corrections/index.html", "404.html",
      "2026/11/24/bridge.html", "2026/11/24/jisr.html", "2026/11/24/long.html",
      "2026/11/24/gone.html", "2026/11/21/tram.html",
    ]
    #expect(
      try await Validator.python.complaints(about: ["-c", script, bench.path] + pages) == nil)
  }
}
