// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `T84Profile` (H.245).
    package enum T84Profile: PERValue {
        case t84Unrestricted
        indirect case t84Restricted(H245.T84Profile.T84Restricted)
    }
}

extension H245.T84Profile {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .t84Unrestricted
        default:
            self = .t84Restricted(try H245.T84Profile.T84Restricted(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .t84Unrestricted:
            writer.putChoice(0, of: 2)
        case .t84Restricted(let value):
            writer.putChoice(1, of: 2)
            value.encode(into: &writer)
        }
    }
}

extension H245.T84Profile {
    /// What `t84Restricted` of ``H245.T84Profile`` holds.
    package struct T84Restricted: PERValue {
        /// `BOOLEAN`.
        package var qcif: Bool

        /// `BOOLEAN`.
        package var cif: Bool

        /// `BOOLEAN`.
        package var ccir601Seq: Bool

        /// `BOOLEAN`.
        package var ccir601Prog: Bool

        /// `BOOLEAN`.
        package var hdtvSeq: Bool

        /// `BOOLEAN`.
        package var hdtvProg: Bool

        /// `BOOLEAN`.
        package var g3FacsMH200x100: Bool

        /// `BOOLEAN`.
        package var g3FacsMH200x200: Bool

        /// `BOOLEAN`.
        package var g4FacsMMR200x100: Bool

        /// `BOOLEAN`.
        package var g4FacsMMR200x200: Bool

        /// `BOOLEAN`.
        package var jbig200x200Seq: Bool

        /// `BOOLEAN`.
        package var jbig200x200Prog: Bool

        /// `BOOLEAN`.
        package var jbig300x300Seq: Bool

        /// `BOOLEAN`.
        package var jbig300x300Prog: Bool

        /// `BOOLEAN`.
        package var digPhotoLow: Bool

        /// `BOOLEAN`.
        package var digPhotoMedSeq: Bool

        /// `BOOLEAN`.
        package var digPhotoMedProg: Bool

        /// `BOOLEAN`.
        package var digPhotoHighSeq: Bool

        /// `BOOLEAN`.
        package var digPhotoHighProg: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            qcif: Bool,
            cif: Bool,
            ccir601Seq: Bool,
            ccir601Prog: Bool,
            hdtvSeq: Bool,
            hdtvProg: Bool,
            g3FacsMH200x100: Bool,
            g3FacsMH200x200: Bool,
            g4FacsMMR200x100: Bool,
            g4FacsMMR200x200: Bool,
            jbig200x200Seq: Bool,
            jbig200x200Prog: Bool,
            jbig300x300Seq: Bool,
            jbig300x300Prog: Bool,
            digPhotoLow: Bool,
            digPhotoMedSeq: Bool,
            digPhotoMedProg: Bool,
            digPhotoHighSeq: Bool,
            digPhotoHighProg: Bool
        ) {
            self.qcif = qcif
            self.cif = cif
            self.ccir601Seq = ccir601Seq
            self.ccir601Prog = ccir601Prog
            self.hdtvSeq = hdtvSeq
            self.hdtvProg = hdtvProg
            self.g3FacsMH200x100 = g3FacsMH200x100
            self.g3FacsMH200x200 = g3FacsMH200x200
            self.g4FacsMMR200x100 = g4FacsMMR200x100
            self.g4FacsMMR200x200 = g4FacsMMR200x200
            self.jbig200x200Seq = jbig200x200Seq
            self.jbig200x200Prog = jbig200x200Prog
            self.jbig300x300Seq = jbig300x300Seq
            self.jbig300x300Prog = jbig300x300Prog
            self.digPhotoLow = digPhotoLow
            self.digPhotoMedSeq = digPhotoMedSeq
            self.digPhotoMedProg = digPhotoMedProg
            self.digPhotoHighSeq = digPhotoHighSeq
            self.digPhotoHighProg = digPhotoHighProg
        }
    }
}

extension H245.T84Profile.T84Restricted {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let qcif = try reader.takeBit()
        let cif = try reader.takeBit()
        let ccir601Seq = try reader.takeBit()
        let ccir601Prog = try reader.takeBit()
        let hdtvSeq = try reader.takeBit()
        let hdtvProg = try reader.takeBit()
        let g3FacsMH200x100 = try reader.takeBit()
        let g3FacsMH200x200 = try reader.takeBit()
        let g4FacsMMR200x100 = try reader.takeBit()
        let g4FacsMMR200x200 = try reader.takeBit()
        let jbig200x200Seq = try reader.takeBit()
        let jbig200x200Prog = try reader.takeBit()
        let jbig300x300Seq = try reader.takeBit()
        let jbig300x300Prog = try reader.takeBit()
        let digPhotoLow = try reader.takeBit()
        let digPhotoMedSeq = try reader.takeBit()
        let digPhotoMedProg = try reader.takeBit()
        let digPhotoHighSeq = try reader.takeBit()
        let digPhotoHighProg = try reader.takeBit()
        self.init(
            qcif: qcif,
            cif: cif,
            ccir601Seq: ccir601Seq,
            ccir601Prog: ccir601Prog,
            hdtvSeq: hdtvSeq,
            hdtvProg: hdtvProg,
            g3FacsMH200x100: g3FacsMH200x100,
            g3FacsMH200x200: g3FacsMH200x200,
            g4FacsMMR200x100: g4FacsMMR200x100,
            g4FacsMMR200x200: g4FacsMMR200x200,
            jbig200x200Seq: jbig200x200Seq,
            jbig200x200Prog: jbig200x200Prog,
            jbig300x300Seq: jbig300x300Seq,
            jbig300x300Prog: jbig300x300Prog,
            digPhotoLow: digPhotoLow,
            digPhotoMedSeq: digPhotoMedSeq,
            digPhotoMedProg: digPhotoMedProg,
            digPhotoHighSeq: digPhotoHighSeq,
            digPhotoHighProg: digPhotoHighProg
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.qcif)
        writer.put(self.cif)
        writer.put(self.ccir601Seq)
        writer.put(self.ccir601Prog)
        writer.put(self.hdtvSeq)
        writer.put(self.hdtvProg)
        writer.put(self.g3FacsMH200x100)
        writer.put(self.g3FacsMH200x200)
        writer.put(self.g4FacsMMR200x100)
        writer.put(self.g4FacsMMR200x200)
        writer.put(self.jbig200x200Seq)
        writer.put(self.jbig200x200Prog)
        writer.put(self.jbig300x300Seq)
        writer.put(self.jbig300x300Prog)
        writer.put(self.digPhotoLow)
        writer.put(self.digPhotoMedSeq)
        writer.put(self.digPhotoMedProg)
        writer.put(self.digPhotoHighSeq)
        writer.put(self.digPhotoHighProg)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
