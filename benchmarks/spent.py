"""Processor time of this benchmark and of everything else on the machine; Linux."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Spent:
    """Seconds of processor time: of this benchmark with all it started, and of everything on the machine; the clock."""

    own: float
    all: float
    clock: float

    @classmethod
    def now(cls) -> Spent:
        """As it stands; Linux."""
        tick, stat = os.sysconf("SC_CLK_TCK"), {}
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                words = path.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            stat[int(path.parent.name)] = (int(words[1]), sum(map(int, words[11:15])))
        mine = {os.getpid()}
        while more := {pid for pid, (parent, _) in stat.items() if parent in mine} - mine:
            mine |= more
        user, nice, system, _, _, irq, softirq = map(int, Path("/proc/stat").read_text().split()[1:8])
        own = sum(stat[pid][1] for pid in mine if pid in stat)
        return cls(own / tick, (user + nice + system + irq + softirq) / tick, time.monotonic())

    def since(self, before: Spent) -> str:
        """How many processors were busy with this benchmark, and with other programs of the machine."""
        clock = self.clock - before.clock
        own, every = (self.own - before.own) / clock, (self.all - before.all) / clock
        return f"本测试平均占用处理器 {own:.2f} 个，机器上别的程序 {max(0.0, every - own):.2f} 个（共 {os.cpu_count()} 个）"
