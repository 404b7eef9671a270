/// What a dialplan in FreeSWITCH's language finds around it; whoever calls has read all of it.
package struct FreeSWITCHEnvironment: Sendable {
    /// The files that `include` can find, by their paths.
    package var files: [DialplanReader.Source]

    /// Preprocessor variables that are set before any file is read, beside ``defaultVariables``.
    package var variables: [String: String]

    /// The variables of the process that `env-set` may read.
    package var processVariables: [String: String]

    /// The modules that `${module_exists(…)}` finds.
    package var modules: Set<String>

    /// The domains that `${domain_exists(…)}` finds.
    package var domains: Set<String>

    package init(
        files: [DialplanReader.Source] = [],
        variables: [String: String] = [:],
        processVariables: [String: String] = [:],
        modules: Set<String> = Self.defaultModules,
        domains: Set<String> = []
    ) {
        self.files = files
        self.variables = variables
        self.processVariables = processVariables
        self.modules = modules
        self.domains = domains
    }

    /// The modules of FreeSWITCH whose part this program plays.
    package static let defaultModules: Set<String> = [
        "mod_sofia", "mod_dptools", "mod_dialplan_xml", "mod_commands", "mod_hash", "mod_db", "mod_loopback",
        "mod_tone_stream",
    ]

    /// What FreeSWITCH itself sets before it reads a file, as far as dialplans use it.
    package static let defaultVariables: [String: String] = [
        "base_dir": "/usr/local/freeswitch", "conf_dir": ".", "sounds_dir": "sounds", "sound_prefix": "sounds",
        "recordings_dir": "recordings", "log_dir": "log", "run_dir": "run", "db_dir": "db", "mod_dir": "mod",
        "script_dir": "scripts", "temp_dir": "/tmp", "grammar_dir": "grammar", "certs_dir": "certs",
        "storage_dir": "storage", "cache_dir": "cache", "htdocs_dir": "htdocs", "images_dir": "images",
        "hostname": "localhost", "local_hostname": "localhost", "switchname": "localhost", "switch_serial": "",
        "local_ip_v4": "127.0.0.1", "local_mask_v4": "255.0.0.0", "local_ip_v6": "::1", "core_uuid": "",
        "nat_public_addr": "", "nat_private_addr": "", "nat_type": "", "domain": "localhost",
    ]
}
