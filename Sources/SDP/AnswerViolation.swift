import ProtocolKit

/// In what an answer breaks the rules of RFC 3264 §6.
package enum AnswerViolation: Hashable, Sendable {
    /// The answer has more or fewer m-lines than the offer.
    case mediaCount(offered: Int, answered: Int)
    /// The m-line is of another media.
    case media(index: Int)
    /// The m-line is of another transport.
    case transport(index: Int)
    /// A stream that the offer refuses is accepted.
    case acceptsRefused(index: Int)
    /// An accepted stream has no format that was offered (§6.1).
    case noCommonFormat(index: Int)
    /// The answerer sends or receives where the offer does not let it (§6.1).
    case direction(index: Int)
}

extension SessionDescription {
    /// What this breaks as an answer to `offer`; empty when it keeps to the rules.
    package func violations(asAnswerTo offer: SessionDescription) -> [AnswerViolation] {
        var violations: [AnswerViolation] = []
        if self.media.count != offer.media.count {
            violations.append(.mediaCount(offered: offer.media.count, answered: self.media.count))
        }
        for (offered, answered) in zip(offer.media, self.media) {
            answered.appendViolations(asAnswerTo: offered, to: &violations)
        }
        return violations
    }

    /// The same description with the m-lines of `offer`, one by one: what is missing or of another media is refused,
    /// and what is too much is dropped, so that an answer that broke the rules goes on as one that keeps them
    /// (RFC 3264 §6).
    package func aligned(with offer: SessionDescription) -> SessionDescription {
        if self.media.count == offer.media.count, zip(self.media, offer.media).allSatisfy({ $0.kind == $1.kind }) {
            return self
        }
        var writer = SDPWriter(copyingSessionOf: self)
        for wanted in offer.media {
            if wanted.index < self.media.count, self.media[wanted.index].kind == wanted.kind {
                writer.append(self.media[wanted.index])
            } else {
                writer.appendMediaLine(wanted, port: 0)
            }
        }
        return SessionDescription(writtenByUs: writer.text)
    }

    /// The same description with as many m-lines as `earlier` at least: a new offer keeps every m-line that the peer
    /// has seen, and those it does not need are refused (RFC 3264 §8).
    package func extended(toMatch earlier: SessionDescription) -> SessionDescription {
        guard self.media.count < earlier.media.count else {
            return self
        }
        var writer = SDPWriter(copyingSessionOf: self)
        for section in self.media {
            writer.append(section)
        }
        for section in earlier.media.dropFirst(self.media.count) {
            writer.appendMediaLine(section, port: 0)
        }
        return SessionDescription(writtenByUs: writer.text)
    }
}

extension MediaDescription {
    fileprivate func appendViolations(asAnswerTo offered: MediaDescription, to violations: inout [AnswerViolation]) {
        if self.kind != offered.kind {
            violations.append(.media(index: self.index))
            return
        }
        guard !self.isRejected else {
            return
        }
        if offered.isRejected {
            violations.append(.acceptsRefused(index: self.index))
            return
        }
        if self.transport != offered.transport {
            violations.append(.transport(index: self.index))
        }
        if !self.sharesFormat(with: offered) {
            violations.append(.noCommonFormat(index: self.index))
        }
        let allowed = offered.direction.mirrored
        if self.direction.intersection(allowed) != self.direction {
            violations.append(.direction(index: self.index))
        }
    }

    /// Whether a format of both is the same: the same encoding for RTP, else the same word.
    func sharesFormat(with other: MediaDescription) -> Bool {
        guard self.transport.isRTP else {
            let theirs = other.formats
            return self.formats.contains { format in theirs.contains { $0.equalsIgnoringCase(format) } }
        }
        let theirs = other.payloads
        return self.payloads.contains { mine in theirs.contains { $0.isSameEncoding(as: mine) } }
    }
}

extension SDPWriter {
    /// Begins with the session section of a description.
    fileprivate init(copyingSessionOf description: SessionDescription) {
        let storage = description.storage
        self.init(capacity: storage.text.count + 64)
        let end = storage.sections.first.map { storage.lines[$0.firstLine].range.lowerBound - 2 }
        self.text.append(contentsOf: storage.text[..<(end ?? storage.text.count)])
    }

    /// A media section as it stands.
    fileprivate mutating func append(_ section: MediaDescription) {
        let bounds = section.section
        for line in section.storage.lines[bounds.firstLine..<bounds.endLine] {
            self.append(type: line.type, section.storage.text[line.range])
        }
    }
}
