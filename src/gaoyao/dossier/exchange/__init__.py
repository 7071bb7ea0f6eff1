"""The exchange format: one file a case, YAML or JSON, Chinese or English keys (docs/guide/exchange-format.md)."""

from gaoyao.dossier.exchange.jsonschema import json_schema
from gaoyao.dossier.exchange.load import Loaded, load, load_many
from gaoyao.dossier.exchange.save import save

__all__ = ["Loaded", "json_schema", "load", "load_many", "save"]
