import DialplanEngine
import GRDB

extension RouteTableBuilder {
    /// Takes a value of the row that is being read, whatever SQLite stores it as; `NULL` is as good as none.
    mutating func take(_ value: DatabaseValue, for column: RouteColumn) {
        switch value.storage {
        case .null:
            break
        case .int64(let number):
            self.take(Array("\(number)".utf8)[...], for: column)
        case .double(let number) where column == .prefix || column == .prepend:
            let advice = "store it as text, so that it keeps its zeros and every digit"
            self.refuse("\(column.rawValue) \(number) is a floating-point number", advice)
        case .double(let number):
            self.take(Array(Self.decimal(number).utf8)[...], for: column)
        case .string(let text):
            self.take(Array(text.utf8)[...], for: column)
        case .blob(let octets):
            self.refuse("\(column.rawValue) is a blob of \(octets.count) octets", "store it as text or as a number")
        }
    }

    /// The decimal of at most six places that was stored as this number, or the number as it is.
    private static func decimal(_ number: Double) -> String {
        let millionths = (number * 1_000_000).rounded()
        guard millionths >= 0, millionths < 1e15, millionths / 1_000_000 == number,
            let cost = DecimalCost(millionths: UInt64(millionths))
        else {
            return "\(number)"
        }
        return cost.description
    }
}
