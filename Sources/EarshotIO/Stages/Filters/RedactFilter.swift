package import EarshotCore
package import Foundation

/// `earshot redact`: JSON lines of texts in, JSON lines of redacted texts out, one for one, in order.
package struct RedactFilter: Sendable {
    private let redactor: Redactor

    package init(_ redactor: Redactor) { self.redactor = redactor }

    /// Reads `{"id","text"}` lines and writes `{"id","text","redactions":[{"kind","start","end"}]}` for each; other
    /// members of a line are not passed on, for they could hold what the text may not. Answers how many lines could
    /// not be read; each of those gives a line with `"error"`.
    package func run(from input: FileHandle, to output: FileHandle) throws -> Int {
        var failures = 0
        try JSONLines.forEachBatch(input, batch: 8192) { lines in
            for (bytes, failed) in Parallel.map(lines, size: 256, answer) {
                failures += failed
                try output.write(contentsOf: bytes)
            }
        }
        return failures
    }

    private func answer(_ lines: ArraySlice<JSONLines.Line>) -> (bytes: [UInt8], failed: Int) {
        var json = JSONWriter()
        var failed = 0
        for line in lines {
            var id: JSONValue?
            do {
                let value = try JSONLines.object(line)
                id = value["id"]
                guard let text = value["text"]?.string else {
                    throw Diagnostic(
                        .error, "The line has no \"text\"", at: "standard input:\(line.number)",
                        mend: "Give the comment's words as \"text\"")
                }
                write(redactor.redact(text), id, into: &json)
            } catch {
                failed += 1
                json.object { json in
                    ScoreJSON.write(id: id, into: &json)
                    json.field("error", (error as? Diagnostic)?.line ?? "\(error)")
                }
            }
            json.endLine()
        }
        return (json.take(), failed)
    }

    private func write(_ redacted: Redacted, _ id: JSONValue?, into json: inout JSONWriter) {
        json.object { json in
            ScoreJSON.write(id: id, into: &json)
            json.field("text", redacted.text)
            json.field("redactions", redacted.redactions) { json, redaction in
                json.object { json in
                    json.field("kind", redaction.kind.rawValue)
                    json.field("start", redaction.start)
                    json.field("end", redaction.end)
                }
            }
        }
    }
}
