package import CallModel

/// Answers DNS questions, later and from another thread.
package protocol NameResolver: AnyObject {
    /// Asks; the answer comes by way of the loop's mailbox.
    func resolve(_ resolution: ResolutionID, _ question: DNSQuestion)
}
