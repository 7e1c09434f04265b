import Foundation
import TestSupport
import Testing

/// What an edition carries on from the one before, and what none is cut with.
@Suite struct EditionTests {
  @Test func `partners hear of a pull with the edition that makes it, and once`() async throws {
    let tide = try await Tide()
    try await tide.story("boats", in: "published")
    try await tide.story("quay", in: "published")
    try await tide.must("stet release first")
    try await tide.must("stet pull boats -m 'Not ours'; stet release second")
    let file = "wire/2026/11/24/boats"
    for (format, sign) in [
      ("text", "KILL"), ("newsml", "stat:canceled"), ("ninjs", "canceled"), ("nitf", "canceled"),
    ] {
      try await tide.must("rm -rf ../wire; stet export \(format) --out ../wire")
      let ending = ["text": "txt", "ninjs": "json"][format] ?? "xml"
      #expect(try tide.bench.text("\(file).\(ending)").contains(sign), "\(format)")
    }
    try await tide.story("tolls", in: "published")
    try await tide.must("stet release third; rm -rf ../wire; stet export text --out ../wire")
    #expect(try await tide.must("ls ../wire/2026/11/24") == "quay.txt\ntolls.txt")
  }

  @Test func `every state that partners hear of has a higher number and a later time`()
    async throws
  {
    let tide = try await Tide()
    try await tide.story("boats", in: "published")
    let acts = [
      "true", "stet hold boats -m 'Is it so?'", "true", "stet lift boats",
      """
      STET_AS=george-hall stet correct boats --notice 'Six.' --set headline='Six boats'
      STET_AS=george-hall stet approve boats || stet approve boats; stet publish boats
      """,
      "stet retract boats -m 'Wrong' --notice 'It was not so.'",
    ]
    var said: [String] = []
    var times: [String] = []
    for (number, act) in acts.enumerated() {
      try await tide.must(
        "\(act); stet release edition-\(number); stet export ninjs --out ../wire",
        at: "2026-11-24T1\(number):00:00Z")
      let item = try #require(
        try JSONSerialization.jsonObject(
          with: Data(try tide.bench.text("wire/2026/11/24/boats.json").utf8)) as? [String: Any])
      said.append("\(item["pubStatus"] as? String ?? "") \(item["version"] as? String ?? "")")
      times.append(item["versionCreated"] as? String ?? "")
    }
    #expect(
      said == ["usable 1", "withheld 2", "withheld 2", "usable 3", "usable 4", "canceled 5"])
    #expect(times == times.sorted() && times[1] == times[2] && Set(times).count == 5, "\(times)")
  }

  @Test func `numbers rise over a kill behind a hold, and over an edition that goes back`()
    async throws
  {
    let tide = try await Tide()
    try await tide.story("boats", in: "published")
    try await tide.story("quay", in: "published")
    func numbers() async throws -> [Int] {
      try await tide.must("rm -rf ../wire; stet export ninjs --out ../wire")
      return try ["boats", "quay"].map { slug in
        let item = try JSONSerialization.jsonObject(
          with: Data(try tide.bench.text("wire/2026/11/24/\(slug).json").utf8))
        return ((item as? [String: Any])?["version"] as? String).flatMap { Int($0) } ?? 0
      }
    }
    try await tide.must("stet release first")
    var sent = [try await numbers()]
    for act in [
      "stet hold boats -m 'Is it so?'", "stet retract boats -m 'Wrong' --notice 'It was not so.'",
      """
      STET_AS=george-hall stet correct quay --notice 'Six.' --set headline='Six quays'
      STET_AS=george-hall stet approve quay || stet approve quay; stet publish quay; stet release second
      """, "stet release --back-to first third", "stet release fourth",
    ] {
      try await tide.must(act)
      sent.append(try await numbers())
    }
    for (before, after) in zip(sent, sent.dropFirst()) {
      #expect(after[0] >= before[0] && after[1] >= before[1], "\(sent)")
    }
    #expect(sent[2][0] > sent[1][0] && sent[1][0] > sent[0][0], "\(sent)")
    #expect(sent[4][1] > sent[3][1] && sent[5][1] > sent[4][1], "\(sent)")
  }

  @Test func `going back to an edition cancels what was newer`() async throws {
    let tide = try await Tide()
    try await tide.story("boats", in: "published")
    try await tide.must("stet release first")
    try await tide.must(
      """
      STET_AS=george-hall stet correct boats --notice 'Six boats.' --set headline='Six boats'
      STET_AS=george-hall stet approve boats || STET_AS=mei-tan stet approve boats
      stet publish boats; stet release second; stet release --back-to first third
      stet export text --out ../wire
      """)
    #expect(try tide.bench.text("wire/2026/11/24/boats.txt").contains("KILL of version 2"))
  }

  @Test func `a new front makes an edition, and nothing new makes none`() async throws {
    let tide = try await Tide()
    for slug in ["boats", "quay"] { try await tide.story(slug, in: "published") }
    try await tide.must("stet release first; stet front lead home boats")
    #expect(try await tide.must("stet status").contains("1 change is not out yet"))
    let said = try await tide.must("stet release second")
    #expect(said.hasPrefix("Edition second: no story; new front page"), "\(said)")
    #expect(try await tide.must("stet release third").contains("no edition was cut"))
  }

  @Test func `what is withheld is said with every export`() async throws {
    let tide = try await Tide()
    try await tide.story("boats", in: "published")
    try await tide.must("stet release first; stet hold boats -m 'Is it so?'; stet release second")
    let exported = try await tide.must("stet export site --out ../web")
    #expect(exported.contains("1 held: boats (withheld)"), "\(exported)")
  }

  @Test func `an export that takes another's place says so`() async throws {
    let tide = try await Tide()
    try await tide.story("boats", in: "published")
    try await tide.must("stet release first; stet export site --out ../web")
    let ran = try await tide.run("stet export rss --out ../web")
    #expect(ran.error.contains("the folder's site is gone"), "\(ran)")
    #expect(ran.error.contains("stet export site rss --out ../web"), "\(ran)")
  }

  @Test func `a mail says what was withdrawn, and not the old stories again`() async throws {
    let tide = try await Tide()
    for slug in ["boats", "quay"] { try await tide.story(slug, in: "published") }
    try await tide.must(
      """
      stet release first; stet retract boats -m 'Wrong' --notice 'It was not so.'; stet release second
      stet export newsletter --out ../mail
      """)
    let mail = try tide.bench.text("mail/newsletter.txt")
    #expect(mail.contains("It was not so.") && !mail.contains("Quay"), "\(mail)")
  }

  @Test(arguments: [
    ("media/2026/11/page.jpg", "<html>no</html>", "web page"),
    ("media/2026/11/cut.png", "\\211PNG\\r\\n\\032\\n", "damaged"),
    ("theme/story.mustache", "{{#body}}", "never closed"),
  ])
  func `what no export could show is not saved`(
    path: String, bytes: String, reason: String
  ) async throws {
    let tide = try await Tide()
    let head = try await tide.must("git rev-parse HEAD")
    let ran = try await tide.run(
      "mkdir -p $(dirname \(path)); printf '\(bytes)' > \(path); stet save")
    #expect(ran.status == 1 || ran.status == 2, "\(ran)")
    #expect(ran.error.contains(reason), "\(ran)")
    #expect(try await tide.must("git rev-parse HEAD") == head)
  }

  @Test func `a picture that came by git alone stops the edition and is named`() async throws {
    let tide = try await Tide()
    try await tide.commit("mkdir -p media/2026/11; echo '<html>' > media/2026/11/quay.jpg")
    try await tide.story("boats")
    try await tide.must(
      """
      printf '\\n![Quay](media/2026/11/quay.jpg "The quay")\\n' >> \(Tide.file("boats"))
      STET_AS=ana-costa stet save; STET_AS=ana-costa stet submit boats
      STET_AS=george-hall stet approve boats; stet publish boats
      """)
    let ran = try await tide.run("stet release")
    #expect(ran.status == 2 && ran.error.contains("quay.jpg, which boats shows"), "\(ran)")
    #expect(try await tide.must("git tag") == "")
  }

  @Test func `a front with unsaved changes is not written over`() async throws {
    let tide = try await Tide()
    try await tide.story("boats", in: "published")
    let ran = try await tide.run(
      "mkdir fronts; printf '# by hand\\n- boats\\n' > fronts/home.yml; stet front lead home boats")
    #expect(ran.status == 2 && ran.error.contains("unsaved"), "\(ran)")
    let saved = try await tide.run("printf -- '- nope\\n' >> fronts/home.yml; stet save")
    #expect(saved.status == 0 && saved.error.contains("names nope"), "\(saved)")
    #expect(try await tide.must("stet front show home").hasPrefix("lead  boats"))
  }

  /// The commonest checkout of a build server has one commit, no `main` and a flat tag.
  @Test func `a clone without the record says what is missing, and the line that brings it`()
    async throws
  {
    let tide = try await Tide()
    try await tide.story("boats", in: "published")
    try await tide.must("stet release first")
    try await tide.must(
      """
      git init -q ../ci; cd ../ci; git remote add origin "file://$OLDPWD"
      git fetch -q --no-tags --depth=1 origin "+$(git -C "$OLDPWD" rev-parse 'first^{commit}'):refs/tags/first"
      git checkout -q --detach refs/tags/first
      """)
    for command in ["releases", "verify", "export site --out ../out"] {
      let ran = try await tide.run("cd ../ci; stet \(command)")
      #expect([1, 3].contains(ran.status), "\(ran)")
      #expect(ran.error.contains("git fetch --unshallow"), "\(ran)")
      #expect(!ran.error.contains("no newsroom"), "\(ran)")
    }
    try await tide.must(
      """
      cd ../ci; git fetch -q --unshallow --force origin 'refs/tags/*:refs/tags/*' \
        live:refs/remotes/origin/live main:main
      stet releases; stet verify; stet export site --out ../out -q
      cd ../tide; stet export site --out ../web -q; diff -r ../web ../out
      """)
  }

  @Test func `a sign that looks like a comment hides nothing from readers`() async throws {
    let tide = try await Tide()
    try await tide.must(
      """
      printf 'If 5 <!-- 6 then so.\\n\\nA **second** one.\\n' |
        STET_AS=ana-costa stet new '<!-- not a comment -->' --slug boats --section city --body - >/dev/null
      STET_AS=ana-costa stet submit boats; STET_AS=george-hall stet approve boats
      stet publish boats; stet release first; stet export site text ninjs --out ../web
      """)
    let page = try tide.bench.text("web/2026/11/24/boats.html")
    #expect(page.contains("<h1>&lt;!-- not a comment --&gt;</h1>"))
    #expect(page.contains("If 5 &lt;!-- 6 then so.") && page.contains("<strong>second</strong>"))
    #expect(try tide.bench.text("web/2026/11/24/boats.txt").contains("5 <!-- 6 then so."))
  }
}
