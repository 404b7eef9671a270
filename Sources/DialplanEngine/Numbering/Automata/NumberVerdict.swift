/// What a context may make of one number, whoever calls.
struct NumberVerdict: Hashable {
    /// The first extension that may decide it by anything but a refusal.
    var route: Int?
    /// The extensions that may refuse it.
    var refusals: [Int] = []
    /// Of the extensions that refuse anything, those that may read it.
    var readBy: [Int] = []
    /// Of those, the ones that may decide it.
    var decidedBy: [Int] = []
}
