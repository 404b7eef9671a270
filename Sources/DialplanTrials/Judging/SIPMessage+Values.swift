import ProtocolKit
import SIPSyntax

extension SIPMessage {
    /// The values of a header, whatever the case of its name.
    func values(of name: String) -> [String] {
        self.fields(of: SIPHeaderName(ByteString(name))).map { self.text(in: $0.valueRange).description }
    }

    /// The URIs of its Contact headers without parameters of the header.
    var contacts: [String] {
        self.values(of: "Contact").flatMap { $0.split(separator: ",") }.map { value in
            let text = value.split(separator: "<").last ?? value
            return String(text.prefix { $0 != ">" }.drop { $0 == " " })
        }
    }
}
