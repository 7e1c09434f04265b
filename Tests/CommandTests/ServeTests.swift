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
}
