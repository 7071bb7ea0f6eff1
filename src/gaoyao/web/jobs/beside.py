"""The worker beside a server on one machine: started with it, started again when it ends, ended with it."""

from __future__ import annotations

import atexit
import subprocess
import sys
import time
from threading import Event, Thread

PAUSE = 2.0


class Beside:
    """Keeps one worker process running until `end`."""

    def __init__(self) -> None:
        self._ended = Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = Thread(target=self._keep, daemon=True, name="worker")

    def start(self) -> None:
        """Start it; it ends when this process does."""
        self._thread.start()
        atexit.register(self.end)

    def _keep(self) -> None:
        while not self._ended.is_set():
            self._process = subprocess.Popen([sys.executable, "-m", "gaoyao.web", "worker", "--beside"])
            self._process.wait()
            if not self._ended.is_set():
                time.sleep(PAUSE)

    def end(self) -> None:
        """Let the worker put down what it has, and end."""
        self._ended.set()
        if self._process is not None:
            self._process.terminate()
