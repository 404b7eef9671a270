/// A digest of everything that a configuration says, to tell what two of them say differently.
///
/// A setting is known by the name of its environment variable, in which names stand in place of the places in lists: an
/// element that is put in front of others does not change them. A gateway keeps this for as long as it runs, with ten
/// thousand lines of telephones perhaps: so what is said is kept as a hash, as are the names, and no password stays.
/// Hashes are those of one run of the program and 64 bits long.
package struct ConfigurationSettings: Sendable {
    private struct Setting: Sendable {
        /// The path of the group that the key is in, for people; empty for the whole file.
        let group: String
        let key: String
        /// Of what is said, once for each time that it was asked for.
        var hash = 0

        var path: String {
            self.group.isEmpty ? self.key : "\(self.group).\(self.key)"
        }
    }

    /// By the hashes of their variables.
    private var settings: [Int: Setting] = [:]

    package init() {}

    /// Notes what was read of a key in a group.
    mutating func note(_ text: String, of key: String, in group: String, variable: String) {
        var hasher = Hasher()
        let name = variable.hashValue
        hasher.combine(self.settings[name]?.hash)
        hasher.combine(text)
        self.settings[name, default: Setting(group: group, key: key)].hash = hasher.finalize()
    }

    /// The paths of what is added, changed or no longer there in `newer`, sorted; what it is stays unsaid.
    package func paths(changedIn newer: ConfigurationSettings) -> [String] {
        var paths: Set<String> = []
        for (name, setting) in newer.settings where self.settings[name]?.hash != setting.hash {
            paths.insert(setting.path)
        }
        for (name, setting) in self.settings where newer.settings[name] == nil {
            paths.insert(setting.path)
        }
        return paths.sorted()
    }
}
