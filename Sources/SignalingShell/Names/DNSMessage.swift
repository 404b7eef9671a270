package import CallModel
import ProtocolKit

/// Reads the answer of a name server (RFC 1035 §4.1) as far as the questions that signaling asks need it.
package struct DNSMessage {
    private static let classInternet: UInt16 = 1
    private static let typeSOA: UInt16 = 6
    /// How long an answer that states no time is kept (RFC 2308 §5 leaves it to us).
    private static let defaultTimeToLive: UInt32 = 60
    private static let longestTimeToLive: UInt32 = 86400

    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The answer to a question of this type; aliases on the way have been followed by the server.
    package func answer(_ type: DNSQuestion.RecordType) -> DNSAnswer {
        var cursor = ByteCursor(self.bytes)
        guard let header = self.header(&cursor) else {
            return .failed
        }
        guard header.code == 0 || header.code == 3 else {
            return .failed
        }
        for _ in 0..<header.questions {
            guard self.name(&cursor) != nil, cursor.take(count: 4) != nil else {
                return .failed
            }
        }
        var records: [DNSRecord] = []
        var timeToLive = Self.longestTimeToLive
        for _ in 0..<header.answers {
            guard let record = self.record(&cursor) else {
                return .failed
            }
            timeToLive = min(timeToLive, record.timeToLive)
            if record.type == type.rawValue, record.isInternet, let value = self.value(record, type) {
                records.append(value)
            }
        }
        guard records.isEmpty else {
            return .records(records, timeToLive: .seconds(timeToLive))
        }
        return .nothing(timeToLive: .seconds(self.negativeTimeToLive(&cursor, authorities: header.authorities)))
    }

    private func header(
        _ cursor: inout ByteCursor
    ) -> (code: UInt16, questions: UInt16, answers: UInt16, authorities: UInt16)? {
        guard cursor.takeUInt16() != nil, let flags = cursor.takeUInt16(), let questions = cursor.takeUInt16(),
            let answers = cursor.takeUInt16(), let authorities = cursor.takeUInt16(), cursor.takeUInt16() != nil
        else {
            return nil
        }
        return (flags & 0xF, questions, answers, authorities)
    }

    private struct Record {
        let type: UInt16
        let isInternet: Bool
        let timeToLive: UInt32
        let content: Range<Int>
    }

    private func record(_ cursor: inout ByteCursor) -> Record? {
        guard self.name(&cursor) != nil, let type = cursor.takeUInt16(), let recordClass = cursor.takeUInt16(),
            let timeToLive = cursor.takeUInt32(), let length = cursor.takeUInt16(),
            let content = cursor.take(count: Int(length))
        else {
            return nil
        }
        return Record(
            type: type,
            isInternet: recordClass == Self.classInternet,
            timeToLive: timeToLive,
            content: content
        )
    }

    private func value(_ record: Record, _ type: DNSQuestion.RecordType) -> DNSRecord? {
        var cursor = ByteCursor(self.bytes, in: record.content)
        switch type {
        case .a:
            return cursor.takeUInt32().map { .address(IPAddress(v4: $0)) }
        case .aaaa:
            return self.address(&cursor)
        case .srv:
            guard let priority = cursor.takeUInt16(), let weight = cursor.takeUInt16(), let port = cursor.takeUInt16(),
                let target = self.name(&cursor)
            else {
                return nil
            }
            return .service(priority: priority, weight: weight, port: port, target: target)
        case .naptr:
            return self.pointer(&cursor)
        }
    }

    private func address(_ cursor: inout ByteCursor) -> DNSRecord? {
        let words = (0..<4).compactMap { _ in cursor.takeUInt32() }
        guard words.count == 4 else {
            return nil
        }
        let high = words[..<2].reduce(UInt64(0)) { $0 << 32 | UInt64($1) }
        let low = words[2...].reduce(UInt64(0)) { $0 << 32 | UInt64($1) }
        return .address(IPAddress(high: high, low: low))
    }

    /// RFC 3403 §4.1; a record with a regular expression, which RFC 3263 §4.1 does not use, is left out.
    private func pointer(_ cursor: inout ByteCursor) -> DNSRecord? {
        guard let order = cursor.takeUInt16(), let preference = cursor.takeUInt16(),
            let flags = self.characterString(&cursor), let service = self.characterString(&cursor),
            let expression = self.characterString(&cursor), expression.isEmpty, let replacement = self.name(&cursor)
        else {
            return nil
        }
        return .pointer(
            order: order,
            preference: preference,
            flags: flags,
            service: service,
            replacement: replacement
        )
    }

    private func characterString(_ cursor: inout ByteCursor) -> ByteString? {
        guard let length = cursor.take(), let range = cursor.take(count: Int(length)) else {
            return nil
        }
        return ByteString(self.bytes[range])
    }

    /// Reads a name, whose tail may stand elsewhere in the message (RFC 1035 §4.1.4).
    private func name(_ cursor: inout ByteCursor) -> ByteString? {
        var name: [UInt8] = []
        var tail: ByteCursor?
        for _ in 0..<128 {
            guard let length = tail == nil ? cursor.take() : tail?.take() else {
                return nil
            }
            switch length {
            case 0:
                return ByteString(name)
            case 0xC0...:
                guard let low = tail == nil ? cursor.take() : tail?.take() else {
                    return nil
                }
                let place = min(Int(length & 0x3F) << 8 | Int(low), self.bytes.count)
                tail = ByteCursor(self.bytes, in: place..<self.bytes.count)
            case 1...63:
                guard let label = tail == nil ? cursor.take(count: Int(length)) : tail?.take(count: Int(length)),
                    name.count + label.count <= 254
                else {
                    return nil
                }
                if !name.isEmpty {
                    name.append(0x2E)
                }
                name += self.bytes[label]
            default:
                return nil
            }
        }
        return nil
    }

    /// RFC 2308 §5: the lesser of the authority record's own time and the minimum that it states.
    private func negativeTimeToLive(_ cursor: inout ByteCursor, authorities: UInt16) -> UInt32 {
        for _ in 0..<authorities {
            guard let record = self.record(&cursor) else {
                return Self.defaultTimeToLive
            }
            guard record.type == Self.typeSOA else {
                continue
            }
            var content = ByteCursor(self.bytes, in: record.content)
            guard self.name(&content) != nil, self.name(&content) != nil, content.take(count: 16) != nil,
                let minimum = content.takeUInt32()
            else {
                return Self.defaultTimeToLive
            }
            return min(record.timeToLive, minimum, Self.longestTimeToLive)
        }
        return Self.defaultTimeToLive
    }
}
