public import Editorial
import Workflows

extension Newsroom {
  /// The names and texts of the workflows that come with stet.
  public static var shipped: [(name: String, text: String)] { Workflows.all }

  /// Puts a shipped workflow into the newsroom, in use behind the others.
  public mutating func addWorkflow(_ name: String) throws(Failure) {
    guard let shipped = Workflows.all.first(where: { $0.name == name }) else {
      let names = Workflows.all.map(\.name)
      throw Failure(
        .notFound, "stet comes with no workflow called \(name)",
        hint: names.nearest(to: name).map { "did you mean \($0)?" } ?? "there are \(prose(names))")
    }
    guard !desk.policy.inUse.contains(name) else {
      throw Failure(.refused, "\(name) is in use already")
    }
    guard let id = desk.files["stet.yml"] else { throw Failure(.failed, "stet.yml is missing") }
    let list = Value(desk.policy.inUse + [name]).yaml()
    var files: [(path: String, bytes: [UInt8]?)] = [
      ("stet.yml", try rewrite(try blob(id), [("workflows", list)]))
    ]
    let path = "workflows/\(name).yml"
    if desk.files[path] == nil { files.append((path, Array(shipped.text.utf8))) }
    try changePolicy(files, "workflows: add \(name)")
  }

  /// What is wrong with the workflow files as they stand in the work tree, or in the record where
  /// there is none: path, line, message.
  public func checkWorkflows(_ only: String?) throws(Failure) -> [PolicyFault] {
    var faults: [PolicyFault] = []
    let paths = desk.files.keys.filter { $0.hasPrefix("workflows/") && $0.hasSuffix(".yml") }
      .sorted()
    let chosen = only.map { name in paths.filter { $0 == "workflows/\(name).yml" } } ?? paths
    if let only, chosen.isEmpty {
      throw Failure(
        .notFound, "there is no workflow called \(only)",
        hint: "there are \(prose(desk.policy.workflows.keys.sorted()))")
    }
    for path in chosen {
      let disk = onDisk(path).flatMap(Disk.read)
      let bytes: [UInt8] =
        if let disk { disk } else { try blob(desk.files[path] ?? "") }
      do throws(PolicyFault) {
        let workflow = try Workflow(bytes, path: path)
        faults += WorkflowCheck.problems(of: workflow).map {
          PolicyFault(path: path, line: 1, $0)
        }
        faults += stranded(workflow, path)
      } catch {
        faults.append(error)
      }
    }
    return faults
  }

  private func stranded(_ workflow: Workflow, _ path: String) -> [PolicyFault] {
    desk.population.sorted { $0.key < $1.key }.compactMap { place, count in
      let parts = place.split(separator: "/").map(String.init)
      guard parts.count == 2, parts[0] == workflow.name, workflow.stage(parts[1]) == nil else {
        return nil
      }
      let reason = Reason.stranded(stage: parts[1], workflow: parts[0], count: count)
      return PolicyFault(path: path, line: 1, reason.message)
    }
  }
}
