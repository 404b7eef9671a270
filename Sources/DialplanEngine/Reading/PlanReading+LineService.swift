import CallModel
import ProtocolKit
import XMLReading

extension PlanReading {
    /// Whether a service is turned on or off.
    private enum ServiceState: String, CaseIterable {
        case on
        case off
    }

    /// Reads `line-service`: a service of the caller's line and its new state.
    mutating func readLineService(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        guard element["service"] != nil else {
            self.add("line-service has no service", at: element, advice: "add for example service=\"call-waiting\"")
            return nil
        }
        guard element["state"] != nil else {
            self.add("line-service has no state", at: element, advice: "add state=\"on\" or state=\"off\"")
            return nil
        }
        guard let service = self.choice(element, "service", LineServiceName.self),
            let state = self.choice(element, "state", ServiceState.self)
        else {
            return nil
        }
        switch service {
        case .forwardUnconditional:
            return self.readForwarding(.unconditional, state, of: element, captures: captures)
        case .forwardBusy:
            return self.readForwarding(.busy, state, of: element, captures: captures)
        case .forwardNoAnswer:
            return self.readForwarding(.noAnswer, state, of: element, captures: captures)
        case .callWaiting:
            self.refuseNumber(of: element)
            return .fixed(.lineService(.callWaiting(state == .on)))
        case .doNotDisturb:
            self.refuseNumber(of: element)
            return .fixed(.lineService(.doNotDisturb(state == .on)))
        }
    }

    private mutating func readForwarding(
        _ when: LineService.Forwarding,
        _ state: ServiceState,
        of element: XMLElement,
        captures: AvailableCaptures
    ) -> ActionTemplate? {
        guard state == .on else {
            self.refuseNumber(of: element)
            return .fixed(.lineService(.forward(when, to: nil)))
        }
        guard let text = element["data"], !text.isEmpty else {
            self.add("forwarding has no number", at: element, advice: "add data=\"$1\", the number to forward to")
            return nil
        }
        guard let number = self.template(text, of: element, captures: captures) else {
            return nil
        }
        guard let constant = number.constant else {
            return .forward(when, to: number)
        }
        guard let name = constant.asName else {
            self.add("\"\(constant)\" is no number", at: element, advice: "remove the spaces")
            return nil
        }
        return .fixed(.lineService(.forward(when, to: name)))
    }

    private mutating func refuseNumber(of element: XMLElement) {
        if element["data"] != nil {
            self.add("the service takes no number", at: element, advice: "remove data=\"…\"")
        }
    }
}
