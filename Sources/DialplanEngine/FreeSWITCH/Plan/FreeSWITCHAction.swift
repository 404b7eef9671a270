import ProtocolKit

/// One action or anti-action.
///
/// A class because it is shared by every call and never changes.
final class FreeSWITCHAction: Sendable {
    /// What is done; `nil` for an application that is not here.
    let application: FreeSWITCHApplication?

    /// The application's name.
    let name: ByteString

    /// The data as the dialplan writes it.
    let data: MarkedText

    /// The data with its captures found, for a condition whose expression has groups.
    let captured: CaptureTemplate

    /// The data taken apart as it is written.
    let template: ExpansionTemplate

    /// The data taken apart with its captures found.
    let capturedTemplate: ExpansionTemplate

    /// Whether it is done while the context is searched.
    let isInline: Bool

    /// How often it is done; often once.
    let loops: Int

    let place: DialplanPlace

    init(name: ByteString, data: MarkedText, isInline: Bool = false, loops: Int = 1, place: DialplanPlace) {
        self.application = FreeSWITCHApplication(named: name)
        self.name = name
        self.data = data
        self.captured = CaptureTemplate(data)
        self.template = ExpansionReader.read(data)
        self.capturedTemplate =
            self.captured.octets == data.octets
            ? self.template : ExpansionReader.read(MarkedText(self.captured.octets))
        self.isInline = isInline
        self.loops = loops
        self.place = place
    }
}
