"""The workbench: one Django project, one package per feature, the same file names inside each (design §3).

models (what is stored) · policy (may? which?) · actions (the only way to change a case) · views · urls · templates.
"""
