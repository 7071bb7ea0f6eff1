"""Learning from closed cases: dissection (剖析), causes tied to articles, agreement of coders, lessons as scenarios.

Nothing here computes a figure about a person: results are about causes, gates and roles (法发〔2013〕11号 art. 22, 27).
"""
