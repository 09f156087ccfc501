"""The Java kernel Jotter, seen from Python: its kernelspec and the command `jotter`."""

from .distribution import VERSION as __version__

__all__ = ["__version__"]
