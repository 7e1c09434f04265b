import TestSupport
import Testing

/// The window on an edition: on this machine, for looking.
@Suite struct ServeTests {
  @Test func `an edition is looked at in a browser, and a signal ends it`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "published")
    try await tide.must("stet release")

    let ran = try await tide.run(
      """
      stet serve --port 0 > out & server=$!
      for i in $(seq 300); do
        grep -q http out && break; sleep 0.2
      done
      address=$(grep -o 'http://[^ ]*' out)
      curl -s --retry 20 --retry-connrefused --retry-delay 1 "$address" | grep -o '<title>[^<]*'
      curl -s -o /dev/null -w '%{http_code}\\n' "${address%/}/2026/11/24/tolls.html"
      curl -s -o /dev/null -w '%{http_code}\\n' "${address%/}/none.html"
      curl -s -o /dev/null -w '%{http_code}\\n' --path-as-is "${address%/}/../../../../etc/hostname"
      curl -s -o /dev/null -w '%{http_code}\\n' -H 'Host: evil.example' "$address"
      kill -TERM $server; wait $server; echo "ended $?"; head -c 60 out; rm out
      """)

    let lines = ran.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 7, "\(ran)")
    guard lines.count == 7 else { return }
    #expect(lines[0].contains("The Ellery Tide"), "\(ran)")
    #expect(lines[1] == "200" && lines[2] == "404", "\(ran)")
    #expect(["400", "403", "404"].contains(lines[3]), "\(ran)")
    #expect(["400", "403", "421"].contains(lines[4]), "\(ran)")
    #expect(lines[5] == "ended 143", "\(ran)")
    #expect(lines[6].hasPrefix("Edition 2026-11-24.1 is at http://"), "\(ran)")
  }

  @Test func `what readers had at a time is served as they had it`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "published")
    try await tide.story("mayor", in: "published")
    try await tide.must("stet release")
    try await tide.must(
      """
      stet correct tolls --notice 'Other.' --as george-hall >/dev/null
      echo 'The second words.' | stet edit tolls --body - --as george-hall >/dev/null
      stet approve tolls >/dev/null && stet publish tolls >/dev/null
      stet retract mayor -m 'Wrong' >/dev/null
      """, at: "2026-11-24T10:00:00Z")
    try await tide.must("stet release", at: "2026-11-24T11:00:00Z")

    let ran = try await tide.run(
      """
      for at in 09:00 10:30 11:30; do
        : > out
        stet serve --port 0 --at "2026-11-24 $at" >> out & server=$!
        for i in $(seq 300); do grep -q http out && break; sleep 0.2; done
        day="$(grep -o 'http://[^ ]*/' out)2026/11/24"
        curl -s --retry 20 --retry-connrefused --retry-delay 1 "$day/tolls.html" > tolls
        curl -s "$day/mayor.html" > mayor
        echo "$at $(grep -o 'The [a-z]* words' tolls | head -1), $(grep -q 'words of mayor' mayor && echo there)"
        kill -TERM $server; wait $server
      done
      rm out tolls mayor
      """, at: "2026-11-25T08:00:00Z")

    let lines = ran.output.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "09:00 The first words, there", "10:30 The first words, ", "11:30 The second words, ",
      ], "\(ran)")
  }

  /// Begins with a server in the background whose address is in `$site`; ends it at the end.
  private func looking(_ command: String, _ script: String) -> String {
    """
    \(command) --port 0 > out 2> err & server=$!
    for i in $(seq 300); do grep -q http out && break; sleep 0.2; done
    site=$(grep -o 'http://[^ ]*' out)
    code() { curl -s -o /dev/null --path-as-is -w '%{http_code}' "$@"; }
    # Asks until a page says something, as a browser that loads again.
    until_it_says() {
      for i in $(seq 300); do curl -s "$1" | grep -q "$2" && return; sleep 0.2; done
      echo "never: $2"
    }
    \(script)
    kill -TERM $server; wait $server; rm out err
    """
  }

  @Test func `the desk is shown as it stands, each story under its stage`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "published")
    try await tide.story("mayor", in: "edit")
    try await tide.story("ferry", in: "draft")

    let ran = try await tide.run(
      looking(
        "stet serve --desk",
        """
        head -c 15 out; echo
        for story in tolls mayor ferry; do
          curl -s "${site}2026/11/24/$story.html" > page
          echo "$story: $(grep -o 'ribbon">[^<]*' page | cut -c 9-)," \
            "$(grep -o 'The first words' page | head -1)"
        done
        curl -s "$site" | grep -o 'ribbon">[^<]*' | cut -c 9-
        rm page
        """))
    let lines = ran.output.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "The desk is at ", "tolls: , The first words",
        "mayor: Editing · NOT FOR PUBLICATION, The first words",
        "ferry: Draft · NOT FOR PUBLICATION, The first words",
        "AS THE DESK HAS IT · NOT FOR PUBLICATION",
      ], "\(ran)")
  }

  @Test func `a page of the desk hears of every change, and shows it`() async throws {
    let tide = try await Tide()
    try await tide.story("mayor", in: "draft")
    let page = "\"${site}2026/11/24/mayor.html\""

    let ran = try await tide.run(
      looking(
        "stet serve --desk",
        """
        until_it_says \(page) 'since=1"'
        curl -s -m 100 --retry 0 "${site}.stet/events?since=1" > news & news=$!
        echo 'Words by hand.' >> \(Tide.file("mayor"))
        until_it_says \(page) 'Words by hand'
        wait $news; grep -c '^event: change' news
        curl -s \(page) | grep -o 'ribbon">[^<]*' | cut -c 9-
        mkdir -p theme; echo 'body { color: teal }' > theme/style.css
        until_it_says "${site}assets/style.css" teal
        stet submit mayor --as ana-costa > /dev/null 2>&1
        stet save -q --as ana-costa mayor > /dev/null; stet submit mayor --as ana-costa > /dev/null
        until_it_says \(page) 'Editing · NOT'
        git status --short; rm news
        """))
    #expect(
      ran.output.split(separator: "\n").map(String.init) == [
        "1", "Draft · UNSAVED · NOT FOR PUBLICATION", "?? err", "?? news", "?? out", "?? theme/",
      ], "\(ran)")
  }

  @Test func `a mistake is a page that says where, until it is mended`() async throws {
    let tide = try await Tide()
    try await tide.story("mayor", in: "draft")
    try await tide.story("ferry", in: "draft")
    let page = "\"${site}2026/11/24/mayor.html\""

    let ran = try await tide.run(
      looking(
        "stet serve --desk",
        """
        sed -i 's/^headline: /headline: [/' \(Tide.file("mayor"))
        until_it_says \(page) 'articles/2026/11/24/mayor.md, line 3'
        code \(page); echo " $(code "${site}2026/11/24/ferry.html")"
        git checkout -q .
        until_it_says \(page) 'first words'
        mkdir theme; printf '{{#a}}' > theme/story.mustache
        until_it_says \(page) 'theme/story.mustache, line 1'
        curl -s \(page) | grep -c EventSource
        rm -r theme
        until_it_says \(page) 'first words'
        printf 'title: The Ellery Tide\\nurl: nowhere\\n' > stet.yml
        until_it_says "$site" 'stet.yml, line 2'
        git checkout -q .
        until_it_says "$site" 'first words'
        """))
    #expect(
      ran.output.split(separator: "\n").map(String.init) == ["500 200", "1"], "\(ran)")
  }

  @Test func `only this machine is answered, and nothing but the site`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "published")
    for command in ["stet serve --desk", "stet serve --live"] {
      let ran = try await tide.run(
        looking(
          command,
          """
          for path in '' .stet/events; do
            echo "$(code -H 'Host: evil.example' "$site$path") $(code -H 'Host:' "$site$path")"
          done
          echo "$(code -X POST "$site") $(code "${site}2026/11/24/t%6Flls.html") $(code "${site}none")"
          for path in .git/config ../stet.yml %2e%2e/stet.yml a%00b .stet-release '%2e%2e%2fstet.yml'; do
            code "$site$path"; echo
          done
          curl -s -I "$site" | tr -d '\\r' | grep -iE '^(cache-control|x-content-type|content-length: 0)'
          grep -c . err
          """))
      let lines = ran.output.split(separator: "\n").map(String.init)
      #expect(lines.prefix(3) == ["403 403", "403 403", "405 200 404"], "\(command): \(ran)")
      #expect(lines.dropFirst(3).prefix(6).allSatisfy { $0 == "404" || $0 == "000" }, "\(ran)")
      #expect(
        lines.dropFirst(9) == ["Cache-Control: no-store", "X-Content-Type-Options: nosniff", "0"],
        "\(command): \(ran)")
    }
  }

  @Test func `a port in use is an error, and nothing is changed`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "published")
    try await tide.must("stet release")
    let ran = try await tide.run(
      looking(
        "stet serve --live",
        """
        port=$(echo "$site" | grep -o '[0-9]*/$' | tr -d /)
        for what in '' --desk; do stet serve $what --port $port 2>&1 | sed "s/$port/PORT/"; done
        stet serve --port $port 2> /dev/null; echo $?
        stet preview tolls --watch --port $port 2> /dev/null; echo $?
        """))
    let said = "stet: error: port PORT is in use by another program"
    let hint = "hint: --port 0 takes one that is free"
    #expect(
      ran.output.split(separator: "\n").map(String.init) == [said, hint, said, hint, "1", "1"],
      "\(ran)")
  }

  @Test func `a preview is watched at its own address`() async throws {
    let tide = try await Tide()
    try await tide.story("mayor", in: "edit")
    let ran = try await tide.run(
      looking("stet preview mayor --watch", "sed 's/:[0-9]*//2' out; code \"$site\"; echo"))
    #expect(
      ran.output.split(separator: "\n").map(String.init) == [
        "mayor is at http://127.0.0.1/2026/11/24/mayor.html (stop with Ctrl-C)", "200",
      ], "\(ran)")
  }

  @Test func `a preview has the words and the theme of the work tree`() async throws {
    let tide = try await Tide()
    try await tide.story("mayor", in: "draft")
    let ran = try await tide.run(
      """
      echo 'Words by hand.' >> \(Tide.file("mayor")); mkdir theme
      printf '<h1>OWN THEME {{headline}}</h1>{{{body}}}' > theme/story.mustache
      page=$(stet preview mayor | sed 's,file://,,')
      grep -o 'OWN THEME Mayor' "$page"; grep -q 'Words by hand' "$page" && echo there
      printf '{{#a}}' > theme/story.mustache; stet preview mayor 2>&1; echo $?
      """)
    #expect(
      ran.output.split(separator: "\n").map(String.init) == [
        "OWN THEME Mayor", "there",
        "stet: error: theme/story.mustache, line 1: the section `{{#a}}` is never closed", "1",
      ], "\(ran)")
  }
}
