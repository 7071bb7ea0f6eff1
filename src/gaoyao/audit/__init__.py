"""Hash chains, Merkle heads and the stand-alone verifier.  Standard library only; imports nothing of ours."""
