/// From which side an expression is looked for.
///
/// An automaton must tell each place of one expression from each of the others, so that those which may begin anywhere
/// multiply its states. What is certain to reach to the end of the text is read from there instead.
struct CandidateApproach {
    /// Which of the automata an expression belongs to.
    enum Direction: Int, CaseIterable {
        case fromStart
        case fromEnd
        case floating
    }

    let direction: Direction

    /// The texts that match, or those whose beginning does; backwards, if it is looked for from the end.
    let shape: ExpressionShape

    /// Whether a text matches that begins with the shape.
    let isPrefix: Bool

    /// The approach to `member`; `nil` when nothing is known of what it matches, or all texts match.
    init?(to member: ExpressionSet.Member) {
        switch member {
        case .regular(let expression):
            guard let shape = expression.shape else {
                return nil
            }
            if expression.options.anchored {
                self.init(toWhole: shape)
            } else {
                self.init(searching: shape)
            }
        case .freeSWITCH(let expression):
            guard let shape = expression.shape else {
                return nil
            }
            self.init(searching: shape)
        }
    }

    private init(_ direction: Direction, _ shape: ExpressionShape, isPrefix: Bool) {
        self.direction = direction
        self.shape = shape
        self.isPrefix = isPrefix
    }

    private init?(toWhole shape: ExpressionShape) {
        guard !shape.isEverything else {
            return nil
        }
        let start = shape.withoutTail
        let end = shape.backwards.withoutTail
        if !shape.floats {
            self.init(.fromStart, start ?? shape, isPrefix: start != nil)
        } else if !shape.backwards.floats {
            self.init(.fromEnd, end ?? shape.backwards, isPrefix: end != nil)
        } else {
            self.init(.floating, shape, isPrefix: false)
        }
    }

    private init?(searching shape: ExpressionShape) {
        guard !shape.isEmptyAnywhere else {
            return nil
        }
        if shape.isAnchored, !shape.floats {
            self.init(.fromStart, shape, isPrefix: true)
        } else if shape.isEnded, !shape.backwards.floats {
            // The end may be before a last line feed.
            let end = ExpressionShape.repetition(.octets(.lineFeed), least: 0, most: 1)
            self.init(.fromEnd, .sequence([end, shape.backwards]), isPrefix: true)
        } else {
            self.init(.floating, shape.isAnchored ? shape : .sequence([.everything, shape]), isPrefix: true)
        }
    }
}

extension ExpressionShape {
    fileprivate static let everything = ExpressionShape.repetition(.octets(.all), least: 0, most: nil)

    fileprivate var isEverything: Bool {
        if case .choice(let branches) = self {
            return branches.contains(where: \.isEverything)
        }
        return self == .everything
    }

    /// What comes before a last part that matches everything, if there is one.
    fileprivate var withoutTail: ExpressionShape? {
        guard case .sequence(let parts) = self, parts.last == .everything else {
            return nil
        }
        return .sequence(Array(parts.dropLast()))
    }

    /// The texts backwards; the places of start and end are passed over, so that they are more.
    fileprivate var backwards: ExpressionShape {
        switch self {
        case .empty, .start, .end:
            .empty
        case .octets:
            self
        case .sequence(let parts):
            .sequence(parts.reversed().map(\.backwards))
        case .choice(let branches):
            .choice(branches.map(\.backwards))
        case .repetition(let body, let least, let most):
            .repetition(body.backwards, least: least, most: most)
        }
    }

    /// Whether it can match at the end of the text only.
    fileprivate var isEnded: Bool {
        switch self {
        case .end:
            true
        case .empty, .octets, .start:
            false
        case .sequence(let parts):
            parts.last { $0 != .empty }?.isEnded ?? false
        case .choice(let branches):
            branches.allSatisfy(\.isEnded)
        case .repetition(let body, let least, _):
            least > 0 && body.isEnded
        }
    }

    /// Whether it may begin with any number of octets, and so goes on looking for its beginning as the text is read.
    fileprivate var floats: Bool {
        switch self {
        case .repetition(let body, _, let most):
            most == nil || body.floats
        case .sequence(let parts):
            parts.first { $0 != .empty && $0 != .start }?.floats ?? false
        case .choice(let branches):
            branches.contains(where: \.floats)
        case .empty, .octets, .start, .end:
            false
        }
    }
}
