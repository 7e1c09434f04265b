import Editorial
import Foundation
import Git

extension Newsroom {
  /// The lines for crontab and for systemd that publish what is due, every minute; `program` is how this
  /// one was called.
  public func clockLines(of program: String) -> [String] {
    let keeper = desk.policy.people(with: .clock).first { !$0.agent }?.handle.description
    let folder = repository.workTree ?? repository.gitDirectory
    let here = URL(filePath: folder).standardizedFileURL.path()
    let path = program.contains("/") ? URL(filePath: program).standardizedFileURL.path() : program
    let stet = path.contains("/") ? path : "/usr/local/bin/\(path)"
    let now = outlets().contains { $0.out != nil } ? " --now" : ""
    let command =
      "\(quoted(stet)) -C \(quoted(here)) --as \(keeper ?? "clock") publish --due\(now) -q"
    var lines: [String] = []
    if keeper == nil {
      lines += [
        "# Nobody keeps the clock yet:",
        "# stet people add clock --name \"The Clock\" --email clock@example.org --role clock",
      ]
    }
    return lines + [
      "# crontab -e", "* * * * * \(command)", "",
      "# /etc/systemd/system/stet-due.service", "[Service]", "Type=oneshot",
      "ExecStart=\(command)", "SuccessExitStatus=2", "",
      "# /etc/systemd/system/stet-due.timer; then systemctl enable --now stet-due.timer",
      "[Timer]", "OnCalendar=minutely", "AccuracySec=1s", "[Install]", "WantedBy=timers.target",
    ]
  }

  private func quoted(_ text: String) -> String {
    text.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
      ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }
}
