/// How much a dialplan in FreeSWITCH's language and one call through it may ask.
package struct FreeSWITCHLimits: Hashable, Sendable {
    /// The most octets of all files together after preprocessing.
    package var preprocessedOctets: Int

    /// How deep files may include files; FreeSWITCH stops at 100.
    package var includes: Int

    /// The most preprocessor variables.
    package var globals: Int

    /// The most conditions that one search through a context reads.
    package var conditions: Int

    /// The most actions that one search collects, loops counted.
    package var huntedActions: Int

    /// The most actions that one call performs.
    package var performedActions: Int

    /// The most searches through a context in one call: the first, and one for each `transfer` and `execute_extension`.
    package var hunts: Int

    /// How deep `execute_extension` may stand in `execute_extension`; FreeSWITCH stops at 32.
    package var stackedExtensions: Int

    /// The most legs of one dial string; FreeSWITCH takes 128 of each kind.
    package var legs: Int

    /// The most variables of a call.
    package var variables: Int

    /// The most octets of all variables of a call.
    package var variableOctets: Int

    /// The most elements of one variable.
    package var elements: Int

    /// The most octets of one value.
    package var valueOctets: Int

    /// The most parts of values that one call fills in: each `${…}` and each text between is one.
    package var expansionSteps: Int

    /// The most expressions with `${…}` in them that one call compiles.
    package var compiledExpressions: Int

    package init(
        preprocessedOctets: Int = 16 << 20,
        includes: Int = 100,
        globals: Int = 10_000,
        conditions: Int = 50_000,
        huntedActions: Int = 1_024,
        performedActions: Int = 4_096,
        hunts: Int = 128,
        stackedExtensions: Int = 32,
        legs: Int = 128,
        variables: Int = 1_024,
        variableOctets: Int = 256 << 10,
        elements: Int = 512,
        valueOctets: Int = 8_192,
        expansionSteps: Int = 200_000,
        compiledExpressions: Int = 256
    ) {
        self.preprocessedOctets = preprocessedOctets
        self.includes = includes
        self.globals = globals
        self.conditions = conditions
        self.huntedActions = huntedActions
        self.performedActions = performedActions
        self.hunts = hunts
        self.stackedExtensions = stackedExtensions
        self.legs = legs
        self.variables = variables
        self.variableOctets = variableOctets
        self.elements = elements
        self.valueOctets = valueOctets
        self.expansionSteps = expansionSteps
        self.compiledExpressions = compiledExpressions
    }
}
