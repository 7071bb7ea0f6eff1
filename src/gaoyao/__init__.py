"""皋陶 Gaoyao: shows where the law says that a criminal case is not carried by its evidence or procedure.

It is a brake, never an accelerator. It answers 未见障碍 (no obstacle seen) or names the obstacle, the article,
the page and the cure; it never answers guilty or proved.
"""

__all__ = ["__version__"]

__version__ = "0.1.0.dev0"
