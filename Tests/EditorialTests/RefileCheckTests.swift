import Editorial
import Testing

@Suite struct RefileCheckTests {
  static func findings(_ old: String, _ new: String) throws -> [String] {
    try RefileCheck.findings(from: Written(old).story, to: Written(new).story)
  }

  static func findings(fields old: String, _ new: String) throws -> [String] {
    try RefileCheck.findings(from: Written(fields: old).story, to: Written(fields: new).story)
  }

  static let typos = [
    ("We recieve it.", "We receive it."), ("It was teh end of it.", "It was the end of it."),
    ("Teh the end.", "The the end."), ("It was the the end.", "It was the end."),
    ("They voted in favour.\n", "They voted, in favour.\n"), ("the Council", "The council"),
    ("He is alot better.", "He is a lot better."), ("On the web site.", "On the website."),
    ("He was elected mayor Porto.", "He was elected mayor of Porto."),
    ("The team were good.", "The team was good."), ("He siad no more.", "He said no more."),
    ("He admited it.", "He admitted it."), ("Yesterday Csota left.", "Yesterday Costa left."),
    ("On Wendesday it rained.", "On Wednesday it rained."),
    ("About 1,300 people.", "About 1300 people."), ("About 1 300 people.", "About 1,300 people."),
    ("About nine people.", "About 9 people."), ("Some twenty-one.", "Some 21."),
    ("It cost 1.3 million.", "It cost 1,300,000."), ("It was 4.50.", "It was 4.5."),
    ("Up 40%.", "Up 40 per cent."), ("Up 40 percent.", "Up 40%."), ("The 1st.", "The first."),
    ("About fourty people.", "About forty people."), ("They voted 8-4.", "They voted 8–4."),
    ("Open at 9 a.m. today.", "Open at 9am today."), ("In the U.S. today.", "In the US today."),
    ("They dont know.", "They don’t know."), ("They can not know.", "They cannot know."),
    ("“Yes, I do,” he said.", "\"Yes, I do\", he said."),
    ("“Yes, I do,” he said.", "„Yes, I do“, he said."),
    ("“Yes, I do,” he said.", "« Yes, I do », he said."),
    ("Mr Silva of St. Ives left.", "Mr. Silva of St Ives left."),
    ("He came, he left.", "He came. He left."), ("One.\n\nTwo.", "One. Two."),
    ("It is *here*.", "It is **here**."), ("He [[sure?]] left.", "He left."),
    ("He <!-- so he says 40 -->left.", "He left."), ("Größe und Wetr.", "Größe und Wert."),
    ("Naïve cafe.", "Naive café."), ("Ele nao foi.", "Ele não foi."),
    ("The NTAO men.", "The NATO men."), ("Line one\nline two.", "Line one line two."),
    ("Line.\r\nTwo.\r\n", "Line.\nTwo.\n"), ("e\u{301}t\u{E9}", "\u{E9}te\u{301}"),
  ]

  @Test(arguments: typos)
  func aTypoPasses(old: String, new: String) throws {
    #expect(try Self.findings(old, new) == [])
    #expect(try Self.findings(new, new) == [])
  }

  @Test(
    arguments: [
      ("It has 40 people.", "It has 45 people.", "a number changed (40 to 45)"),
      (
        "It cost 1.3 million.", "It cost 1.3 billion.",
        "a number changed (1.3 million to 1.3 billion)"
      ),
      ("They voted 8-4.", "They voted 9-4.", "a number changed (8 to 9)"),
      ("They voted 8-4.", "They voted 4-8.", "a number moved (8)"),
      ("They voted 8-4.", "They voted 84.", "a number went (8)"),
      ("It rose 40%.", "It rose 40.", "a number went (%)"),
      ("It cost $40.", "It cost €40.", "a number changed ($40 to €40)"),
      ("It was -4 then.", "It was 4 then.", "a number changed"),
      ("It was 1.300 then.", "It was 1.3 then.", "a number changed (1.300 to 1.3)"),
      ("It was 1300 then.", "It was 130 then.", "a number changed (1300 to 130)"),
      ("Open at 9 a.m. today.", "Open at 9 p.m. today.", "a number changed (9 a.m. to 9 p.m.)"),
      ("It ran 40 km.", "It ran 40 m.", "a number changed (40 km to 40 m)"),
      ("It has nine of them.", "It has five of them.", "a number changed (nine to five)"),
      ("The second man.", "The third man.", "a number changed (second to third)"),
      ("Two dozen men.", "Two men.", "a number went (dozen)"),
      ("Half of it.", "A quarter of it.", "a number changed (Half to quarter)"),
      ("He won twice.", "He won once.", "a number changed (twice to once)"),
      ("The G7 met.", "The G20 met.", "a number changed (G7 to G20)"),
      ("Then Charles III left.", "Then Charles II left.", "a number changed (III to II)"),
      ("It was <5 then.", "It was >5 then.", "a number changed (<5 to >5)"),
      ("It fell 5% then.", "It fell to 5% then.", "a word came (to)"),
      ("On Monday he left.", "On Sunday he left.", "a day or month changed (Monday to Sunday)"),
      ("“I recieve it,” he said.", "“I receive it,” he said.", "a quotation changed"),
      ("He \"left\" then.", "He left then.", "a quotation changed"),
      ("He called it »groß«.", "He called it »größer«.", "a quotation changed"),
      ("Il a dit « oui ».", "Il a dit « non ».", "a quotation changed"),
      ("He said ‘it went’ so.", "He said ‘it goes’ so.", "a quotation changed"),
      ("> It recieved this.", "> It received this.", "a quotation changed"),
      ("> It was this.\n", "It was this.\n", "a quotation changed"),
      (
        "“We saw it.\n\n“It recieved us.”", "“We saw it.\n\n“It received us.”",
        "a quotation changed"
      ),
      ("He did it.", "He did not do it.", "a negation came or went (not)"),
      ("He didn’t do it.", "He did do it.", "a negation came or went (n’t)"),
      ("No one cannot go.", "No one can go.", "a negation came or went (cannot)"),
      ("He never left.", "He left.", "a negation came or went (never)"),
      ("He went now.", "He went not.", "a negation came or went (not)"),
      ("It is likely so.", "It is unlikely so.", "a negation came or went (un-)"),
      ("Ele não foi.", "Ele foi.", "a negation came or went (não)"),
      ("Il n’est pas venu.", "Il est venu.", "a negation came or went (pas)"),
      ("Er ist nicht da.", "Er ist da.", "a negation came or went (nicht)"),
      ("Nunca lo vi.", "Lo vi.", "a negation came or went (Nunca)"),
      ("He said so.", "He claimed so.", "an attribution changed (said to claimed)"),
      ("It was reportedly so.", "It was so.", "an attribution went (reportedly)"),
      ("The man denied it.", "The man defied it.", "an attribution went (denied)"),
      (
        "Foi assim, disse ele.", "Foi assim, alegou ele.",
        "an attribution changed (disse to alegou)"
      ),
      ("Then Costa left.", "Then Castro left.", "a name became another (Costa to Castro)"),
      ("Costa left.", "Castro left.", "a name became another (Costa to Castro)"),
      ("Ana beat Wei.", "Wei beat Ana.", "a name moved (Ana)"),
      ("Ana beat Eva.", "Eva beat Ana.", "a name moved (Ana)"),
      (
        "So Ana beat Eva and Rui.", "So Eva beat Eva and Ana.", "a name moved (Ana)"
      ),
      ("It was plan A then.", "It was plan B then.", "a name came (B)"),
      ("The PS lost.", "The PSD lost.", "a name became another (PS to PSD)"),
      ("Then Rui Costa left.", "Then Costa left.", "a name went (Rui)"),
      ("One. Two.", "One. It rained a lot. Two.", "a sentence came"),
      ("The council met.", "The council sat. The council met.", "a sentence came"),
      ("One thing.\n\nTwo things.\n", "One thing.\n", "a sentence went"),
      ("- a b\n- c d\n", "- a b\n", "a sentence went"),
      ("## Sub head\n\nText.\n", "Text.\n", "a sentence went"),
      ("Prices rise today.", "Prices fall today.", "a word became another (rise to fall)"),
      ("The man left.", "The man, a convicted felon, left.", "words came (convicted felon)"),
      ("It rose from 4 to 5.", "It rose to 4 from 5.", "moved"),
      ("See [it](https://a.example/x).", "See [it](https://a.example/y).", "a link changed"),
      ("See https://a.example/x.", "See https://a.example/y.", "a link changed"),
      ("See [it][1].\n\n[1]: https://a.example/x", "See [it][1].\n\n[1]: /y", "a link changed"),
      ("![x](media/2026/11/a.jpg)", "![x](media/2026/11/b.jpg)", "a picture changed"),
      ("他来了。", "他走了。", "a word became another (来 to 走)"),
    ] as [(String, String, String)])
  func whatChangesTheMeaningIsFound(old: String, new: String, finding: String) throws {
    let findings = try Self.findings(old, new)
    #expect(findings.contains { $0.contains(finding) }, "\(findings)")
    #expect(try !Self.findings(new, old).isEmpty)
  }

  @Test(
    arguments: [
      ("byline: [ana]\n", "byline: [wei]\n", ["the byline changed"]),
      ("byline: ana\n", "byline: [ana]\n", []), ("credit: Lusa\n", "", ["the credit changed"]),
      ("reporting: [a]\n", "reporting: [a, b]\n", ["the reporting changed"]),
      (
        "headline: A bridge for 40\n", "headline: A bridge for 45\n",
        ["a number changed (40 to 45)"]
      ),
      ("headline: A brigde\n", "headline: A bridge\n", []),
      (
        "headline: Costa wins\n", "headline: Castro wins\n",
        ["a name became another (Costa to Castro)"]
      ),
      ("deck: It recieves\n", "standfirst: It receives\n", []),
      ("standfirst: It won\n", "standfirst: It never won\n", ["a negation came or went (never)"]),
      ("kicker: City\n", "", ["the kicker went"]), ("", "dateline: PORTO\n", ["the dateline came"]),
      ("dateline: PORTO\n", "dateline: Porto\n", []),
      ("image: media/2026/11/a.jpg\n", "image: {file: media/2026/11/a.jpg}\n", []),
      ("image: media/2026/11/a.jpg\n", "image: media/2026/11/b.jpg\n", ["a picture changed"]),
      (
        "image: {file: media/2026/11/a.jpg, caption: Two men, credit: Ana}\n",
        "image: {file: media/2026/11/a.jpg, caption: Six men, credit: Ana}\n",
        ["a number changed (Two to Six)"]
      ),
      (
        "related:\n- {headline: Tols up, url: https://a.example}\n",
        "related:\n- {headline: Tolls up, url: https://a.example}\n", []
      ),
      (
        "related:\n- {headline: Tolls up, url: https://a.example}\n",
        "related:\n- {headline: Tolls up, url: https://b.example}\n", ["a link changed"]
      ),
      ("related: [one]\n", "related: [two]\n", ["a link changed"]),
      ("tags: [harbuor]\n", "tags: [harbour]\n", []),
      ("tags: [a]\n", "tags: [a, b]\n", ["the tags changed"]),
      ("embargo: 2026-11-25T18:00:00+00:00\n", "", ["the embargo changed"]),
      ("section: city\n", "section: harbour\n", ["the section changed"]),
      ("box: Ring 112 now\n", "box: Ring 115 now\n", ["a number changed (112 to 115)"]),
      ("kind: refile\nnotice: x\n", "", []), ("version: 1\nstage: review\n", "version: 2\n", []),
    ] as [(String, String, [String])])
  func everyFieldIsLookedAt(old: String, new: String, findings: [String]) throws {
    #expect(try Self.findings(fields: "x: y\n" + old, "x: y\n" + new) == findings)
  }

  @Test func muchChangedIsNoTypo() throws {
    let old = (0..<400).map { "alpha\($0 % 7) beta" }.joined(separator: " ")
    let new = (0..<400).map { "gamma\($0 % 5) delta" }.joined(separator: " ")
    #expect(try Self.findings(old, new) == ["more changed than a typo"])
    let paragraphs = (0..<300).map { _ in "We recieve it." }.joined(separator: "\n\n")
    #expect(
      try Self.findings(paragraphs, paragraphs.replacing("recieve", with: "receive"))
        == ["more changed than a typo"])
  }

  /// Whatever is cut out of a text or put into it by whole words of weight, is found.
  @Test func noWordOfWeightComesOrGoesUnseen() throws {
    let weights = [
      "not", "40", "Costa", "allegedly", "never", "million", "murder", "denied", "%", "sem", "“no”",
    ]
    let plain = [
      "the", "harbour", "was", "open", "boats", "left", "Then", "rain", "came", ", ", ". ",
    ]
    var random = Seeded(31)
    for round in 0..<400 {
      var words = (0..<20).map { _ in random.pick(plain) }
      let old = words.joined(separator: " ")
      words.insert(random.pick(weights), at: random.below(words.count))
      let new = words.joined(separator: " ")
      #expect(try !Self.findings(old, new).isEmpty, "round \(round): \(old) → \(new)")
      #expect(try !Self.findings(new, old).isEmpty, "round \(round): \(new) → \(old)")
    }
  }

  /// Twice the text takes about twice the time.
  @Test(arguments: [
    "a ", "a b ", "“", "'a", "1 ", "1 000 ", "twenty ", ". ", "- ", "a.b.", "](", "https://",
    "> \n",
    "x'", "n't ", "é ", "[x]: ", "ab.\n\n", "```\n\n", "\u{300}", "北",
  ])
  func hostileTextsAreReadInLinearTime(piece: String) throws {
    let text = String(repeating: piece, count: 30_000 / piece.utf8.count)
    let old = try Written(text).story
    let new = try Written("zz \(text) not \(text)").story
    let took = ContinuousClock().measure { _ = RefileCheck.findings(from: old, to: new) }
    #expect(took < .seconds(3))
  }
}
