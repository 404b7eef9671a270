import Foundation
import H323Syntax
import ProtocolKit

/// A value of an ASN.1 type in the shape of the JSON encoding rules (ITU-T X.697), by which codecs are compared.
///
/// Component names are without hyphens and capitals, as Swift spells them in its own way.
indirect enum JERValue: Equatable {
    case null
    case boolean(Bool)
    case number(Int)
    case text(String)
    case list([JERValue])
    case object([String: JERValue])

    struct Mismatch: Error, CustomStringConvertible {
        let path: String
        let expected: JERValue?
        let found: JERValue?

        var description: String {
            "\(self.path): expected \(String(describing: self.expected)), found \(String(describing: self.found))"
        }
    }

    /// A name without what Swift cannot spell, and without the words that stand for a hyphen between two digits.
    static func canonical(_ name: String) -> String {
        var canonical = name.utf8.filter { $0 != 0x2D && $0 != 0x5F }
        for word in ["At", "Plus", "By", "Part"] where name.contains(word) {
            canonical = self.removing(Array(word.utf8), from: canonical)
        }
        return String(decoding: canonical.map(\.asciiLowercased), as: UTF8.self)
    }

    private static func removing(_ word: [UInt8], from name: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var rest = name[...]
        while let octet = rest.first {
            let after = rest.dropFirst(word.count).first
            if rest.starts(with: word), kept.last?.isASCIIDigit == true, after?.isASCIIDigit == true {
                rest = rest.dropFirst(word.count)
            } else {
                kept.append(octet)
                rest = rest.dropFirst()
            }
        }
        return kept
    }

    /// Throws where this value differs from what another codec made of the same octets.
    func match(_ expected: JERValue, at path: String = "") throws {
        switch (self, expected) {
        case (.object(let ours), .object(let theirs)):
            try Self.match(ours, theirs, at: path)
        case (.list(let ours), .list(let theirs)) where ours.count == theirs.count:
            for (index, pair) in zip(ours, theirs).enumerated() {
                try pair.0.match(pair.1, at: "\(path)[\(index)]")
            }
        case (.object(let bits), .text) where bits["value"] != nil:
            // A bit string of fixed size is written without its length.
            try bits["value"]?.match(expected, at: path)
        case (.text(let hex), .list(let numbers)):
            // An array of small numbers is one of octets too, as far as reflection can tell.
            guard try hex == Self.hex(numbers.map { try $0.octet }) else {
                throw Mismatch(path: path, expected: expected, found: self)
            }
        case (.boolean(true), .null):
            // The presence of a NULL is a Bool.
            return
        default:
            guard self == expected else {
                throw Mismatch(path: path, expected: expected, found: self)
            }
        }
    }

    private var octet: UInt8 {
        get throws {
            guard case .number(let number) = self, let octet = UInt8(exactly: number) else {
                throw Mismatch(path: "", expected: nil, found: self)
            }
            return octet
        }
    }

    private static func match(_ ours: [String: JERValue], _ theirs: [String: JERValue], at path: String) throws {
        for (name, value) in theirs {
            guard let found = ours[name] else {
                throw Mismatch(path: "\(path).\(name)", expected: value, found: nil)
            }
            try found.match(value, at: "\(path).\(name)")
        }
        for (name, value) in ours where theirs[name] == nil && value != .boolean(false) {
            throw Mismatch(path: "\(path).\(name)", expected: nil, found: value)
        }
    }
}

extension JERValue: Decodable {
    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init?(intValue: Int) {
            return nil
        }

        init(stringValue: String) {
            self.stringValue = stringValue
        }
    }

    /// Reads the JSON that another codec wrote.
    init(json octets: [UInt8]) throws {
        self = try JSONDecoder().decode(JERValue.self, from: Data(octets))
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Name.self) {
            var components: [String: JERValue] = [:]
            for name in object.allKeys {
                components[Self.canonical(name.stringValue)] = try object.decode(JERValue.self, forKey: name)
            }
            self = .object(components)
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .boolean(flag)
        } else if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else {
            self = .list(try value.decode([JERValue].self))
        }
    }
}

/// A part that a message keeps outside itself.
private protocol BoxedValue {
    var content: Any { get }
}

extension Boxed: BoxedValue {
    fileprivate var content: Any { self.wrappedValue }
}

extension BoxedIfPresent: BoxedValue {
    fileprivate var content: Any { self.wrappedValue as Any }
}

extension JERValue {
    /// What a decoded value holds, as reflection shows it; `nil` for an optional component that is absent.
    init?(reflecting value: Any) {
        switch value {
        case let boxed as any BoxedValue: self.init(reflecting: boxed.content)
        case let flag as Bool: self = .boolean(flag)
        case let number as any FixedWidthInteger: self = .number(Int(number))
        case let octets as [UInt8]: self = .text(Self.hex(octets))
        case let text as ByteString: self = .text(String(decoding: text.bytes, as: UTF8.self))
        case let text as BMPString: self = .text(text.description)
        case let identifier as OID: self = .text(identifier.description)
        case let bits as BitString:
            self = .object(["value": .text(Self.hex(bits.octets)), "length": .number(bits.count)])
        case let indicator as H225.ScreeningIndicator: self = .text("\(indicator)")
        default: self.init(composite: value)
        }
    }

    private init?(composite value: Any) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            guard let content = mirror.children.first else {
                return nil
            }
            self.init(reflecting: content.value)
        case .collection:
            self = .list(mirror.children.compactMap { JERValue(reflecting: $0.value) })
        case .enum:
            guard let payload = mirror.children.first else {
                self = .object([Self.canonical("\(value)"): .null])
                return
            }
            let name = Self.canonical(payload.label ?? "")
            self = .object([name: JERValue(reflecting: payload.value) ?? .null])
        default:
            self = .object(Self.components(mirror))
        }
    }

    private static func components(_ mirror: Mirror) -> [String: JERValue] {
        var components: [String: JERValue] = [:]
        for child in mirror.children {
            if let additions = child.value as? UnrecognizedAdditions {
                for addition in additions.additions {
                    components["addition\(addition.index)"] = .text(self.hex(addition.octets))
                }
                continue
            }
            components[self.canonical(child.label ?? "")] = JERValue(reflecting: child.value)
        }
        return components
    }

    private static func hex(_ octets: [UInt8]) -> String {
        octets.map { octet in
            (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
        }.joined()
    }
}
