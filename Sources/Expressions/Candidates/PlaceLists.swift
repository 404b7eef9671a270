/// Lists of places, each kept once.
struct PlaceLists {
    /// Where each list begins in `places`, and where the last ends.
    private(set) var offsets: [Int32] = [0]

    private(set) var places: [Int32] = []
    private var numbers: [[Int32]: Int32] = [:]

    /// The number of `list`.
    mutating func number(of list: [Int32]) -> Int32 {
        if let number = self.numbers[list] {
            return number
        }
        let number = Int32(self.numbers.count)
        self.numbers[list] = number
        self.places += list
        self.offsets.append(Int32(self.places.count))
        return number
    }
}
