"""Reads every use case there is, so that `gems.planning.office.USE_CASES` is full."""

from importlib import import_module
from pkgutil import walk_packages

import gems.planning

for _module in walk_packages(gems.planning.__path__, "gems.planning."):
    import_module(_module.name)
