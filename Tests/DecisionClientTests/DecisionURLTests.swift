import DecisionClient
import Testing

struct DecisionURLTests {
    @Test(arguments: [
        ("http://127.0.0.1:8080/route", "127.0.0.1", 8080, "/route"),
        ("http://decide.example.net", "decide.example.net", 80, "/"),
        ("HTTP://decide.example.net?key=1", "decide.example.net", 80, "/?key=1"),
        ("http://[::1]:9/a/b?c=d&e", "::1", 9, "/a/b?c=d&e"),
    ])
    func `an http URI has a host, a port and a target`(text: String, host: String, port: UInt16, target: String) throws
    {
        let url = try DecisionURL(text)
        #expect(url.host == host)
        #expect(url.port == port)
        #expect(url.target == target)
        #expect(try DecisionURL(url.description) == url)
    }

    @Test(arguments: [
        "", "127.0.0.1:8080", "http:/127.0.0.1", "http://", "http:///route", "http://:80/", "ftp://host/",
        "http://host:0/",
        "http://host:65536/", "http://host:x/", "http://user@host/", "http://host/a b", "http://host/\r\nX: y",
        "http://host/#part", "http://[::1/", "http://[::1]x/", "http://höst/",
    ])
    func `anything else is refused`(text: String) {
        #expect(throws: DecisionURL.Problem.self) { try DecisionURL(text) }
    }

    @Test
    func `https is refused in words of its own`() {
        let problem = #expect(throws: DecisionURL.Problem.self) { try DecisionURL("https://host/") }
        #expect(problem?.description.contains("TLS is not available yet") == true)
    }
}
