/// Everything that a configuration says, as it is written, to tell what two of them say differently.
///
/// A setting is known by the name of its environment variable, in which names stand in place of the places in lists: an
/// element that is put in front of others does not change them.
package struct ConfigurationSettings: Sendable {
    private struct Setting: Sendable {
        /// The path for people.
        let path: String
        /// What is said, once for each time that it was asked for.
        var texts: [String]
    }

    private var settings: [String: Setting] = [:]

    package init() {}

    /// Notes what was read.
    mutating func note(_ text: String, of path: String, variable: String) {
        self.settings[variable, default: Setting(path: path, texts: [])].texts.append(text)
    }

    /// The paths of what is added, changed or no longer there in `newer`, sorted; what it is stays unsaid, for there are
    /// passwords among it.
    package func paths(changedIn newer: ConfigurationSettings) -> [String] {
        var paths: Set<String> = []
        for (variable, setting) in newer.settings where self.settings[variable]?.texts != setting.texts {
            paths.insert(setting.path)
        }
        for (variable, setting) in self.settings where newer.settings[variable] == nil {
            paths.insert(setting.path)
        }
        return paths.sorted()
    }
}
