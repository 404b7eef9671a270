package import ProtocolKit

extension Dialplan {
    /// Everything in it that may not be meant, in the order of the files.
    ///
    /// `names` are those of the configuration, `start` the moment from which on time conditions are looked at. It takes
    /// long for large contexts: `progress` is told the name of each before it is looked at.
    package func check(
        names: DialplanReader.Names = DialplanReader.Names(),
        from start: CivilTime,
        limits: CheckLimits = CheckLimits(),
        progress: (ByteString) -> Void = { _ in }
    ) -> [CheckFinding] {
        var findings = Set(
            self.warnings.map { warning in
                CheckFinding(
                    .notAvailable,
                    file: warning.file,
                    line: warning.line,
                    warning.message,
                    advice: warning.advice
                )
            }
        )
        for context in self.freeSWITCH?.contexts.values.map({ $0 }) ?? [] {
            progress(context.name)
            var check = FreeSWITCHCheck(context, of: self, from: start)
            check.look()
            findings.formUnion(check.findings)
        }
        for context in self.contexts.keys.sorted() {
            progress(context)
            var check = ContextCheck(context, of: self, names: names, from: start, limits: limits)
            check.look()
            findings.formUnion(check.findings)
        }
        return findings.sorted { left, right in
            (left.file, left.line, left.rule.rawValue, left.message) < (
                right.file, right.line, right.rule.rawValue, right.message
            )
        }
    }
}
