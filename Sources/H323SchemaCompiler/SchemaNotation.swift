/// Types as the standards write them (ITU-T X.680), for documentation comments.
enum SchemaNotation {
    /// A type in ASN.1, in one line.
    static func text(_ type: SchemaType) -> String {
        switch type {
        case .null: "NULL"
        case .boolean: "BOOLEAN"
        case .integer(let bounds): bounds.lower == nil ? "INTEGER" : "INTEGER (\(self.range(bounds)))"
        case .enumerated: "ENUMERATED"
        case .octets(let bounds): "OCTET STRING\(self.size(bounds))"
        case .bits(let bounds): "BIT STRING\(self.size(bounds))"
        case .objectIdentifier: "OBJECT IDENTIFIER"
        case .open: "an open type"
        case .string(let string, let bounds): self.name(string) + self.size(bounds)
        case .list(let bounds, let element): "SEQUENCE\(self.size(bounds)) OF \(self.text(element))"
        case .sequence: "SEQUENCE"
        case .choice: "CHOICE"
        case .reference(let module, let name): module.isEmpty ? name : "\(module).\(name)"
        }
    }

    private static func name(_ string: SchemaString) -> String {
        switch string {
        case .ia5: "IA5String"
        case .numeric: "NumericString"
        case .printable: "PrintableString"
        case .general: "GeneralString"
        case .bmp: "BMPString"
        case .limited(let alphabet): "IA5String (FROM (\(alphabet)))"
        }
    }

    private static func size(_ bounds: SchemaBounds) -> String {
        bounds.lower == nil ? "" : " (SIZE (\(self.range(bounds))))"
    }

    private static func range(_ bounds: SchemaBounds) -> String {
        let lower = bounds.lower.map(String.init) ?? "MIN"
        let upper = bounds.upper.map(String.init) ?? "MAX"
        return (lower == upper ? lower : "\(lower)..\(upper)") + (bounds.isExtensible ? ", ..." : "")
    }
}
