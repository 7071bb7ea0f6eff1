"""Encryption at rest: closed parts, originals, second-factor secrets (AES-256-GCM under a key ring of the institution)."""
