"""Machines: a Spark master and its workers as processes of this machine, for tests and for measuring."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pyspark

SPARK = Path(pyspark.__file__).parent
ROOT = Path(__file__).parents[1]


class Machines:
    """A master and workers as processes of this machine."""

    def __init__(self, folder: Path, stack: ExitStack, settings: str = "") -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"spark://127.0.0.1:{self.port}"
        self._stack, self._settings = stack, settings
        where = ("--host", "127.0.0.1", "--port", str(self.port), "--webui-port", str(free_port()))
        self._start("master", "org.apache.spark.deploy.master.Master", *where)
        awaited(lambda: is_open(self.port), "the master listens")

    def worker(self, name: str, memory: str = "1g") -> "subprocess.Popen[bytes]":
        """A new worker with one processor, which keeps what it makes in the folder of its name."""
        place = self.folder / name
        options = ("--host", "127.0.0.1", "--cores", "1", "--memory", memory, "--webui-port", str(free_port()))
        worker = self._start(name, "org.apache.spark.deploy.worker.Worker", *options, "-d", str(place), self.url)
        log = self.folder / f"{name}.log"
        awaited(lambda: b"Successfully registered" in log.read_bytes(), f"{name} knows the master")
        return worker

    def environment(self, **more: str) -> dict[str, str]:
        """That of every process that has to do with these machines."""
        return environment(self.folder, self._settings, **more)

    def _start(self, name: str, *arguments: str) -> "subprocess.Popen[bytes]":
        log = self._stack.enter_context((self.folder / f"{name}.log").open("wb"))
        process = subprocess.Popen(
            [SPARK / "bin/spark-class", *arguments],
            env=self.environment(SPARK_LOCAL_DIRS=str(self.folder / name / "shuffled")),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        self._stack.callback(end, process)
        return process


def environment(folder: Path, settings: str = "", **more: str) -> dict[str, str]:
    """That of processes which use Spark on this machine alone, with these lines of settings."""
    place = folder / "settings"
    place.mkdir(exist_ok=True)
    (place / "spark-defaults.conf").write_text(settings)
    ours = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_CONF_DIR": str(place), "PYSPARK_PYTHON": sys.executable}
    return {**os.environ, "SPARK_HOME": str(SPARK), "PYTHONPATH": str(ROOT), **ours, **more}


def end(process: "subprocess.Popen[bytes]") -> None:
    """Kills a process and those that it started, as a machine that loses its power does."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(60)


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def is_open(port: int) -> bool:
    """Whether somebody listens on a port of this machine."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def awaited(is_so: Callable[[], bool], what: str, seconds: float = 90) -> None:
    """Waits until something is so, and fails where that takes too long."""
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, f"in {seconds} seconds it was not so that {what}"
        time.sleep(0.05)
