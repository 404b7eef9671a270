import CallModel
import ProtocolKit
import XMLReading

/// Where the decision goes on, what it counts and what it leaves behind.
extension PlanReading {
    /// Reads `transfer`: the context in which the search goes on, and the number there.
    mutating func readTransfer(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        guard let context = element["context"], !context.isEmpty else {
            self.add("transfer has no context", at: element, advice: "add context=\"NAME\"")
            return nil
        }
        guard !context.contains("$") else {
            self.add(
                "the context \"\(context)\" is filled in by the call",
                at: element,
                advice: "write the context's name itself, so that no caller chooses where it may call"
            )
            return nil
        }
        self.transfer(to: ByteString(context), at: element)
        guard let text = element["data"] else {
            return .transfer(ByteString(context), number: nil)
        }
        return self.template(text, of: element, captures: captures).map { .transfer(ByteString(context), number: $0) }
    }

    /// Reads `header`: a change to what a leg is sent.
    mutating func readHeader(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        let words = ["add", "replace", "remove"].filter { element[$0] != nil }
        guard words.count == 1, let word = words.first, let name = element[word] else {
            self.add(
                words.isEmpty ? "header changes nothing" : "header changes more than one thing",
                at: element,
                advice: "write one of add=\"NAME\", replace=\"NAME\" and remove=\"NAME\""
            )
            return nil
        }
        let side = self.choice(element, "leg", HeaderRule.Side.self) ?? .called
        guard HeaderRule.isFree(ByteString(name)) else {
            self.add(
                "the header \"\(name)\" cannot be changed",
                at: element,
                advice: "use a header's name that the protocol does not itself depend on, as X-Account"
            )
            return nil
        }
        guard word != "remove" else {
            if element["value"] != nil {
                self.add("a header that is removed has no value", at: element, advice: "remove value=\"…\"")
            }
            return HeaderRule(.remove, ByteString(name), on: side).map { .fixed(.set(.header($0))) }
        }
        guard let text = element["value"] else {
            self.add("header has no value", at: element, advice: "add value=\"…\"")
            return nil
        }
        return self.template(text, of: element, captures: captures).map { value in
            .header(HeaderTemplate(side: side, name: ByteString(name), replaces: word == "replace", value: value))
        }
    }

    /// Reads `limit`: how many calls may hold a resource at once.
    mutating func readLimit(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        guard let resource = element["resource"], !resource.isEmpty else {
            self.add("limit has no resource", at: element, advice: "add resource=\"NAME\", as outbound or user-${user}")
            return nil
        }
        guard let calls = element["calls"].flatMap(Int.init), calls >= 0 else {
            self.add("limit has no number of calls", at: element, advice: "add for example calls=\"10\"")
            return nil
        }
        let cause = element["cause"].map { self.cause($0, at: element) } ?? .congestion
        guard let cause, let template = self.template(resource, of: element, captures: captures) else {
            return nil
        }
        guard let constant = template.constant else {
            return .limit(template, calls: calls, cause)
        }
        return .fixed(.limit(LimitAction(resource: constant, calls: calls, cause: cause)))
    }

    /// Reads `log`.
    mutating func readLog(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        let level = self.choice(element, "level", LogAction.Level.self) ?? .info
        guard let text = element["data"], !text.isEmpty else {
            self.add("log has no words", at: element, advice: "add data=\"…\"")
            return nil
        }
        return self.template(text, of: element, captures: captures).map { template in
            template.constant.map { .fixed(.log(LogAction(level, $0.printable))) } ?? .log(level, template)
        }
    }

    /// Reads `remember`: a value that later calls look up.
    mutating func readRemember(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        guard let text = element["value"] else {
            self.add("remember has no value", at: element, advice: "add value=\"…\", or use forget")
            return nil
        }
        let value = self.template(text, of: element, captures: captures)
        guard let (table, key) = self.tableKey(element, captures: captures), let value else {
            return nil
        }
        return .remember(table, key: key, value: value)
    }

    /// Reads `forget`.
    mutating func readForget(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        self.tableKey(element, captures: captures).map { .remember($0.table, key: $0.key, value: nil) }
    }

    private mutating func tableKey(
        _ element: XMLElement,
        captures: AvailableCaptures
    ) -> (table: ByteString, key: Template)? {
        guard let name = element["table"], let text = element["key"] else {
            let application = element["application"] ?? ""
            self.add("\(application) needs a table and a key", at: element, advice: "add table=\"…\" and key=\"…\"")
            return nil
        }
        let key = self.template(text, of: element, captures: captures)
        guard self.table(named: name, at: element) != nil, let key else {
            return nil
        }
        return (ByteString(name), key)
    }
}
