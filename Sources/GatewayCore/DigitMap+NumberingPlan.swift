package import DialplanEngine
package import MGCPSyntax

extension DigitMap {
    /// What can be dialed by a dialplan, as gateways match it (RFC 3435 §2.1.5).
    ///
    /// It stands here because only the root knows both the dialplan and a protocol.
    package init(_ plan: NumberingPlan) {
        self.init(plan.alternatives.map(Alternative.init))
    }
}

extension DigitMap.Alternative {
    fileprivate init(_ alternative: NumberingPlan.Alternative) {
        let timer = DigitMap.Place(DigitSymbolSet(.timer))
        let places = alternative.places.map { place in
            DigitMap.Place(
                DigitSymbolSet(place.symbols.characters.compactMap(DigitSymbol.init)),
                isRepeated: place.isRepeated
            )
        }
        self.init(alternative.awaitsTimer ? places + [timer] : places)
    }
}
