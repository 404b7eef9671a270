"""A decision server, as somebody might write one."""

import http.server
import json
import threading
import time


class Sidecar:
    """Answers every question with the same actions, or not at all."""

    def __init__(self, port, actions):
        self.questions = []
        self.connections = 0
        self.is_silent = False
        sidecar = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self):
                super().setup()
                sidecar.connections += 1

            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                sidecar.questions.append((self.path, json.loads(body)))
                if sidecar.is_silent:
                    time.sleep(1)
                answer = json.dumps({"actions": actions}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

            def handle_error(self, *_):
                pass

        self.server = Server(("127.0.0.1", port), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
