"""The exchange format: one file a case, YAML or JSON, Chinese or English keys (docs/guide/exchange-format.md)."""

from gaoyao.dossier.exchange.jsonschema import json_schema
from gaoyao.dossier.exchange.load import Loaded, load, load_many
from gaoyao.dossier.exchange.save import save
from gaoyao.dossier.exchange.scaffold import scaffold

__all__ = ["Loaded", "json_schema", "load", "load_many", "save", "scaffold"]
