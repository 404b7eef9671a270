import ProtocolKit

extension SIPMessageParser {
    /// Reads and checks what every message must have (RFC 3261 §8.1.1, §8.2.6.2).
    mutating func readEssentials(of line: SIPStartLine, _ octets: Span<UInt8>) {
        self.refuseRepetition()
        self.readTopVia(octets)
        self.essentials.from = self.readAddress(.from, octets)
        self.essentials.to = self.readAddress(.to, octets)
        self.readCallID(octets)
        self.readCSeq(octets)
        self.readNumbers(octets)
        if case .request(let method, _) = line {
            if self.present.contains(.cseq), self.essentials.cseqMethod != method {
                self.note(.mismatch("CSeq"))
            }
            self.checkContacts(octets)
        }
    }

    private mutating func readTopVia(_ octets: Span<UInt8>) {
        guard let value = self.firstValue(of: .via) else {
            self.note(.missing("Via"))
            return
        }
        var scanner = Scanner(value)
        var layout = ViaLayout()
        do throws(SIPParseError) {
            try layout.scan(octets, &scanner)
            guard scanner.isAtEnd || scanner.takeSeparator(0x2C, octets) else {
                throw .expected("Via")
            }
        } catch {
            self.note(error)
        }
        self.essentials.topVia = layout
    }

    private mutating func readAddress(_ name: KnownHeaderName, _ octets: Span<UInt8>) -> NameAddressLayout {
        guard let value = self.firstValue(of: name) else {
            self.note(SIPParseError(.missing(ByteString(stringLiteral: name.spelling))))
            return NameAddressLayout()
        }
        var scanner = Scanner(value)
        do throws(SIPParseError) {
            let layout = try NameAddressLayout(octets, &scanner)
            guard scanner.isAtEnd else {
                throw .expected("address")
            }
            return layout
        } catch {
            self.note(error.in(name))
            return NameAddressLayout()
        }
    }

    private mutating func readCallID(_ octets: Span<UInt8>) {
        guard let value = self.firstValue(of: .callID) else {
            self.note(.missing("Call-ID"))
            return
        }
        var scanner = Scanner(value)
        guard !scanner.run(.callID, octets).isEmpty, scanner.isAtEnd else {
            self.note(.expected("Call-ID"))
            return
        }
        self.essentials.callID = value
    }

    private mutating func readCSeq(_ octets: Span<UInt8>) {
        guard let value = self.firstValue(of: .cseq) else {
            self.note(.missing("CSeq"))
            return
        }
        var scanner = Scanner(value)
        do throws(SIPParseError) {
            let layout = try CSeqLayout(octets, &scanner)
            guard scanner.isAtEnd else {
                throw .expected("CSeq")
            }
            self.essentials.cseqNumber = layout.number
            self.essentials.cseqMethod = SIPMethod(octets, layout.method) { octets.copy(layout.method) }
        } catch {
            self.note(error)
        }
    }

    private mutating func readNumbers(_ octets: Span<UInt8>) {
        do throws(SIPParseError) {
            if let number = try self.readNumber(.maxForwards, upTo: 255, octets) {
                self.essentials.maxForwards = UInt8(truncatingIfNeeded: number)
            }
            if let number = try self.readNumber(.contentLength, upTo: UInt64(UInt32.max), octets) {
                self.essentials.contentLength = Int(number)
            }
        } catch {
            self.note(error)
        }
    }

    private func readNumber(
        _ name: KnownHeaderName,
        upTo limit: UInt64,
        _ octets: Span<UInt8>
    ) throws(SIPParseError) -> UInt64? {
        guard let value = self.firstValue(of: name) else {
            return nil
        }
        var scanner = Scanner(value)
        let number = try scanner.decimal(upTo: limit, octets, name.spelling)
        guard scanner.isAtEnd else {
            throw .expected(name.spelling)
        }
        return number
    }

    /// Refuses a request whose Contact cannot be used as a remote target or binding (RFC 4475 §3.1.2.1, §3.1.2.13).
    private mutating func checkContacts(_ octets: Span<UInt8>) {
        guard self.present.contains(.contact) else {
            return
        }
        for field in self.fields where field.known == .contact {
            var scanner = Scanner(field.value)
            do throws(SIPParseError) {
                try scanner.contacts(octets)
            } catch {
                self.note(error.in(.contact))
                return
            }
        }
    }
}

extension Scanner {
    /// Takes all Contact values of one field, or the asterisk.
    fileprivate mutating func contacts(_ octets: Span<UInt8>) throws(SIPParseError) {
        if self.end - self.position == 1, self.take(0x2A, octets) {
            return
        }
        repeat {
            _ = try NameAddressLayout(octets, &self)
        } while self.takeSeparator(0x2C, octets)
        guard self.isAtEnd else {
            throw .expected("address")
        }
    }
}

extension SIPParseError {
    /// The same error, with the name of the header in place of a word that says less.
    fileprivate func `in`(_ name: KnownHeaderName) -> SIPParseError {
        guard case .expected = self.reason else {
            return self
        }
        return .expected(name.spelling)
    }
}
