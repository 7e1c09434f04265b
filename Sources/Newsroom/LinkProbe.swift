import Editorial
import Subprocess

/// Asks other sites whether they answer, through curl: eight at a time, each for fifteen seconds.
enum LinkProbe {
  /// What is wrong with the links to other sites, story by story.
  static func findings(_ sheets: [Sheet]) async throws(Failure) -> [[Finding]] {
    let links = sheets.map(\.externalLinks)
    let addresses = Set(links.joined().map(\.address)).sorted()
    guard !addresses.isEmpty else { return sheets.map { _ in [] } }
    var problems = try await problems(addresses, head: true)
    // Not every server knows how to answer without a page.
    let doubtful = problems.keys.filter { problems[$0]?.isDoubtful == true }.sorted()
    if !doubtful.isEmpty {
      let again = try await Self.problems(doubtful, head: false)
      for address in doubtful { problems[address] = again[address] }
    }
    return zip(sheets, links).map { sheet, links in
      links.compactMap { link in
        problems[link.address].map {
          sheet.finding("\(link.address) \($0.message)", of: .externalLinks, at: link.offset)
        }
      }
    }
  }

  private struct Problem {
    var message: String
    /// Whether another way of asking may get another answer.
    var isDoubtful: Bool
  }

  private static func problems(
    _ addresses: [String], head: Bool
  ) async throws(Failure) -> [String: Problem] {
    var settings = addresses.map { address in
      "url = \"\(escaped(address))\"\noutput = \"/dev/null\"\n"
    }.joined()
    settings += head ? "head\n" : "range = \"0-1023\"\n"
    let result: ExecutionResult
    do {
      let ran = try await Subprocess.run(
        .name("curl"),
        arguments: [
          "-q", "--silent", "--globoff", "--location", "--max-redirs", "5", "--parallel",
          "--parallel-max", "8", "--connect-timeout", "8", "--max-time", "15", "--proto",
          "=http,https", "--proto-redir", "=http,https", "--max-filesize", "50000000",
          "--user-agent", "stet/\(Newsroom.version)", "--write-out",
          "%{urlnum} %{exitcode} %{http_code}\\n", "--config", "-",
        ], input: .string(settings), output: .data(limit: 16 << 20), error: .discarded)
      result = ExecutionResult(output: ran.standardOutput.map { $0 })
    } catch {
      throw Failure(
        .failed, "links are asked through curl, which can't be started", hint: "install curl")
    }
    var problems: [String: Problem] = [:]
    var answered: Set<Int> = []
    for line in String(decoding: result.output, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 3, addresses.indices.contains(numbers[0]) else { continue }
      answered.insert(numbers[0])
      problems[addresses[numbers[0]]] = problem(exit: numbers[1], status: numbers[2])
    }
    for (number, address) in addresses.enumerated() where !answered.contains(number) {
      problems[address] = Problem(
        message: "was not asked: curl says nothing of it", isDoubtful: false)
    }
    return problems
  }

  private struct ExecutionResult { var output: [UInt8] }

  private static func escaped(_ address: String) -> String {
    address.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// What an exit status of curl and one of HTTP mean to an editor; nil where the page is there.
  private static func problem(exit: Int, status: Int) -> Problem? {
    switch (exit, status) {
    case (6, _): Problem(message: "is on a host that does not exist", isDoubtful: false)
    case (7, _): Problem(message: "is on a host that does not answer", isDoubtful: false)
    case (28, _): Problem(message: "gave no answer in fifteen seconds", isDoubtful: true)
    case (35, _), (51, _), (60, _):
      Problem(message: "has no certificate that a browser would take", isDoubtful: false)
    case (47, _): Problem(message: "leads round in circles", isDoubtful: false)
    case (_, 200..<400): nil
    case (_, 401), (_, 403), (_, 429):
      Problem(message: "answers \(status): look at it in a browser", isDoubtful: true)
    case (_, 404), (_, 410): Problem(message: "is gone (\(status))", isDoubtful: status == 404)
    case (_, 400...): Problem(message: "answers \(status)", isDoubtful: true)
    default: Problem(message: "can't be reached", isDoubtful: true)
    }
  }
}
